module onrecord

go 1.26.0

require (
	charm.land/bubbles/v2 v2.2.1 // github.com/charmbracelet/bubbles, under its v2 import path
	charm.land/bubbletea/v2 v2.1.1 // github.com/charmbracelet/bubbletea, under its v2 import path
	charm.land/fang/v2 v2.0.1
	charm.land/lipgloss/v2 v2.0.6 // github.com/charmbracelet/lipgloss, under its v2 import path
	github.com/BurntSushi/toml v1.6.0
	github.com/charmbracelet/x/ansi v0.11.9
	github.com/spf13/cobra v1.10.2
	golang.org/x/term v0.47.0
)

require golang.org/x/text v0.24.0

require (
	github.com/atotto/clipboard v0.1.4 // indirect
	github.com/charmbracelet/colorprofile v0.4.3 // indirect
	github.com/charmbracelet/ultraviolet v0.0.0-20261008173134-6b8d4baf91b4 // indirect
	github.com/charmbracelet/x/exp/charmtone v0.0.0-20250603201427-c31516f43444 // indirect
	github.com/charmbracelet/x/term v0.2.2 // indirect
	github.com/charmbracelet/x/termios v0.1.1 // indirect
	github.com/charmbracelet/x/windows v0.2.2 // indirect
	github.com/clipperhouse/displaywidth v0.11.0 // indirect
	github.com/clipperhouse/uax29/v2 v2.7.0 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/lucasb-eyer/go-colorful v1.4.1 // indirect
	github.com/mattn/go-runewidth v0.0.30 // indirect
	github.com/muesli/cancelreader v0.2.2 // indirect
	github.com/muesli/mango v0.1.0 // indirect
	github.com/muesli/mango-cobra v1.2.0 // indirect
	github.com/muesli/mango-pflag v0.1.0 // indirect
	github.com/muesli/roff v0.1.0 // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/spf13/pflag v1.0.9 // indirect
	github.com/xo/terminfo v1.0.0 // indirect
	golang.org/x/sync v0.22.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
)

// From 0.0.26 on it fills 2.2 MB of tables at the first sign that is not ASCII, in the
// first frame: an eighth of the memory of a small dossier, and 1 ms of the start. The
// width of every code point is the same in 0.0.25 (docs/MEASURING.md).
replace github.com/mattn/go-runewidth => github.com/mattn/go-runewidth v0.0.25
