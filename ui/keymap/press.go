package keymap

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

var named = map[string]rune{
	"enter": tea.KeyEnter, "tab": tea.KeyTab, "esc": tea.KeyEscape, "space": tea.KeySpace, "backspace": tea.KeyBackspace,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
}

// Press is the key of a name, as a terminal would send it.
func Press(name string) tea.KeyPressMsg {
	var msg tea.KeyPressMsg
	for more := true; more && len(name) > 1; {
		more = false
		for prefix, mod := range map[string]tea.KeyMod{"ctrl+": tea.ModCtrl, "alt+": tea.ModAlt, "shift+": tea.ModShift} {
			if rest, ok := strings.CutPrefix(name, prefix); ok {
				name, msg.Mod, more = rest, msg.Mod|mod, true
			}
		}
	}
	if code, ok := named[name]; ok {
		if msg.Code = code; code == tea.KeySpace && msg.Mod == 0 {
			msg.Text = " " // it is typed, too
		}
		return msg
	}
	msg.Code, _ = utf8.DecodeRuneInString(name)
	if msg.Mod == 0 {
		msg.Text = name
	}
	return msg
}
