package event

func set(words ...string) map[string]struct{} {
	m := make(map[string]struct{}, len(words))
	for _, w := range words {
		m[w] = struct{}{}
	}
	return m
}

func in(m map[string]struct{}, w string) bool {
	_, ok := m[w]
	return ok
}

// finite are the verbs that carry a clause, and the commonest irregular pasts.
var finite = set("is", "was", "are", "were", "has", "have", "had", "will", "would", "can", "could", "did", "does", "may", "might", "must", "should", "shall", "be", "been",
	"said", "told", "took", "made", "came", "went", "began", "held", "found", "gave", "got", "left", "met", "saw", "won", "lost", "rose", "fell", "became", "wrote", "ran", "set", "put", "led", "paid", "sent", "spent", "kept", "knew", "brought", "built", "bought", "sold", "spoke", "stood", "broke", "shot", "hit", "cut", "quit", "read", "thought", "felt", "heard", "drew", "grew", "threw", "flew", "drove", "struck", "sought", "taught", "caught", "fought", "chose", "rode", "says", "share")

// aims lead to what is to come.
var aims = set("will", "shall", "’ll", "'ll", "would", "due", "scheduled", "planned", "plans", "planning", "expected", "hopes", "intends", "proposed", "forthcoming", "upcoming")

// ended are the words that say a plan was given up.
var ended = set("cancelled", "canceled", "postponed", "abandoned", "scrapped", "shelved", "suspended", "aborted", "axed", "delayed", "withdrawn", "dropped")

// lasting say that something goes on.
var lasting = set("continues", "ongoing", "remains", "underway")

// leads begin a phrase that tells of a happening by a noun.
var leads = set("following", "after", "since", "before", "until", "during")

// relatives begin a clause about the noun before them.
var relatives = set("who", "which", "that")

// clauses begin a clause of its own.
var clauses = set("after", "before", "when", "while", "because", "as", "since", "although", "though", "until", "once", "where", "if")

// slight are words too common to tell one happening from another.
var slight = set("the", "and", "for", "his", "her", "its", "had", "has", "not", "but", "are", "any", "all", "our", "out", "who", "how", "why", "may", "can", "she", "him", "you", "own", "one", "two", "new", "old", "off", "yet", "now", "ago", "day", "via", "per", "did", "get", "got", "due", "been", "about", "after", "again", "also", "before", "being", "cannot", "could", "does", "done", "during", "each", "following", "from", "have", "having", "here", "into", "made", "make", "many", "more", "most", "much", "number", "only", "other", "over", "part", "people", "place", "said", "same", "says", "set", "shall", "should", "since", "some", "such", "take", "taken", "than", "that", "their", "them", "then", "there", "these", "they", "this", "those", "through", "time", "took", "under", "until", "upon", "very", "was", "were", "what", "when", "where", "which", "while", "will", "with", "would", "year", "years", "month", "months", "week", "weeks", "days", "later", "earlier", "last", "next", "today", "night", "morning", "afternoon", "children", "council", "services", "service")
