package text

// abbreviations are words whose full stop does not end a sentence when a capital
// follows. Sorted within their families.
var abbreviations = SetOf(
	// titles
	"adm", "ald", "brig", "capt", "cllr", "cmdr", "cmmr", "col", "coun", "cpl", "det", "dr", "fr", "gen", "gov", "hon", "insp", "lt", "maj", "messrs",
	"mgr", "mr", "mrs", "ms", "mx", "pc", "pres", "prof", "rep", "reps", "rev", "revd", "sen", "sens", "sgt", "sr", "st", "supt", "atty", "asst",
	// months and days, as in "Jan. 5"
	"jan", "feb", "apr", "aug", "sept", "sep", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri",
	// references and addresses
	"approx", "art", "ave", "blvd", "ch", "cf", "ed", "eds", "fig", "figs", "ltd", "mt", "nos", "op", "para", "paras", "pp", "rd", "ref", "sec", "vol", "vs", "viz",
	// Latin, written with dots inside
	"e.g.", "i.e.", "e.g", "i.e", "eg", "ie",
	// states, as in "Sacramento, Calif. Gov."
	"ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ill", "ind", "kan", "ky", "mass", "md", "mich", "minn", "miss", "mo", "mont", "neb", "nev",
	"okla", "ont", "ore", "pa", "que", "tenn", "tex", "va", "vt", "wash", "wis", "wyo",
)

// numbered are abbreviations only where a number follows: "No. 10", "p. 4".
var numbered = SetOf("no", "p", "s", "c", "v", "r")

// closers are abbreviations that may end a sentence: a capital behind them
// begins a new one unless it goes on with a name: "Acme Inc. Chairman", "p.m. Monday".
var closers = SetOf("inc", "corp", "co", "jr", "sr", "bros", "etc", "a.m.", "p.m.", "a.m", "p.m", "u.s.", "u.k.", "u.n.", "e.u.", "d.c.")

// openers are words that begin a sentence rather than go on after "U.S." or
// "Inc.": behind such a stop, one of them means that the sentence has ended.
var openers = SetOf("the", "a", "an", "but", "and", "he", "she", "it", "they", "we", "i", "in", "on", "at", "this", "that", "these", "those", "his", "her",
	"its", "their", "our", "my", "if", "when", "while", "after", "before", "as", "for", "there", "however", "since", "yet", "so", "you", "what", "who", "how", "mr", "ms", "mrs")
