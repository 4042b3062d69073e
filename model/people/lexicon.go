package people

import (
	"strings"
	"sync"

	"onrecord/model/text"
)

// The closed classes by which names, bodies and roles are told apart. All in
// lower case, sorted within their families. They are joined into one map, so that
// each word is looked up once: see class.

// titles stand before a person's name; the value is what they say of gender.
var titles = map[string]Gender{
	// courtesy
	"mr": Male, "mister": Male, "mrs": Female, "ms": Female, "miss": Female, "mx": Unknown, "sir": Male, "dame": Female, "lord": Male, "lady": Female, "baroness": Female, "baron": Male,
	// learning and church
	"dr": Unknown, "doctor": Unknown, "prof": Unknown, "professor": Unknown, "rev": Unknown, "revd": Unknown, "reverend": Unknown, "father": Male, "sister": Female, "canon": Unknown,
	"bishop": Unknown, "archbishop": Unknown, "rabbi": Unknown, "imam": Male, "pope": Male, "cardinal": Male,
	// elected
	"ald": Unknown, "alderman": Unknown, "cllr": Unknown, "cllrs": Unknown, "councillors": Unknown, "coun": Unknown, "councillor": Unknown, "councilman": Male, "councilwoman": Female, "congressman": Male, "congresswoman": Female,
	"gov": Unknown, "governor": Unknown, "mayor": Unknown, "president": Unknown, "premier": Unknown, "rep": Unknown, "representative": Unknown, "sen": Unknown, "senator": Unknown,
	"secretary": Unknown, "chancellor": Unknown, "minister": Unknown, "speaker": Unknown, "ambassador": Unknown, "queen": Female, "king": Male, "prince": Male, "princess": Female,
	// law, police, forces
	"judge": Unknown, "justice": Unknown, "sheriff": Unknown, "det": Unknown, "detective": Unknown, "insp": Unknown, "inspector": Unknown, "sgt": Unknown, "sergeant": Unknown, "supt": Unknown,
	"superintendent": Unknown, "constable": Unknown, "pc": Unknown, "capt": Unknown, "captain": Unknown, "col": Unknown, "colonel": Unknown, "gen": Unknown, "general": Unknown, "lt": Unknown,
	"lieutenant": Unknown, "maj": Unknown, "major": Unknown, "admiral": Unknown, "commander": Unknown, "officer": Unknown, "chief": Unknown, "coroner": Unknown, "nurse": Unknown,
}

// titleFirst are titles only before another title or a name that follows at once.
var titleFirst = text.SetOf("rt", "hon", "the", "right", "honourable", "honorable", "his", "her", "excellency")

// bodies end or head the name of an organisation.
var bodies = text.SetOf(
	// government
	"administration", "agency", "assembly", "authority", "bureau", "cabinet", "commission", "committee", "commons", "congress", "council", "court", "department", "executive", "government",
	"house", "inspectorate", "lords", "ministry", "office", "parliament", "senate", "service", "services", "treasury", "tribunal", "union", "watchdog", "ombudsman", "registry",
	// police, courts, forces
	"army", "constabulary", "force", "navy", "police", "prosecutors",
	// learning and health
	"academy", "college", "school", "university", "hospital", "hospitals", "surgery", "centre", "center", "clinic", "institute", "laboratory", "library", "museum",
	// companies
	"airlines", "airways", "bank", "co", "company", "corp", "corporation", "group", "holdings", "inc", "industries", "leisure", "limited", "llc", "llp", "ltd", "partners", "plc", "properties", "homes", "energy",
	"systems", "technologies", "water", "motors", "media", "capital", "ventures", "associates", "consulting", "solutions",
	// civil society
	"alliance", "association", "board", "campaign", "charity", "church", "club", "coalition", "community", "conference", "federation", "forum", "foundation", "friends", "league", "mission",
	"movement", "network", "organisation", "organization", "panel", "party", "project", "society", "team", "trust", "unite", "unison", "democrats", "republicans", "tories", "labour",
	// press
	"bbc", "broadcasting", "chronicle", "gazette", "guardian", "herald", "independent", "journal", "mail", "mirror", "news", "newspaper", "newspapers", "observer", "post", "press", "radio", "star", "sun", "telegraph", "television", "times", "tribune", "tv",
)

// headBodies begin the name of one: "Department for Education".
var headBodies = text.SetOf("department", "ministry", "university", "office", "bank", "board", "bureau", "college", "institute", "house", "friends", "association", "society", "council", "church", "court", "academy", "federation", "league", "centre", "center", "committee", "commission")

// notNames are capitalised words that are not part of a person's name.
var notNames = text.SetOf(
	// days and months
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
	"christmas", "easter", "spring", "summer", "autumn", "winter",
	// places' generic parts
	"street", "road", "lane", "avenue", "square", "drive", "close", "park", "bridge", "station", "airport", "county", "city", "town", "village", "valley", "river", "lake", "island", "islands", "north", "south", "east", "west",
	"northern", "southern", "eastern", "western", "central", "upper", "lower", "great", "united", "kingdom", "states", "england", "wales", "scotland", "ireland", "britain", "europe", "america", "africa", "asia", "australia", "canada",
	// adjectives of nations and parties
	"american", "british", "english", "welsh", "scottish", "irish", "european", "canadian", "french", "german", "russian", "chinese", "democratic", "republican", "conservative", "liberal", "tory", "green", "national", "federal", "royal", "state",
	// documents, programmes, acts
	"act", "bill", "report", "review", "plan", "statement", "letter", "programme", "program", "show", "book", "film", "guide", "framework", "inquiry", "order", "award", "awards", "protocol", "code", "strategy",
	// pronouns and small words that begin sentences
	"i", "he", "she", "it", "we", "you", "they", "his", "her", "its", "our", "my", "their", "your", "this", "that", "these", "those", "the", "a", "an", "and", "but", "or", "if", "when", "while", "as", "at", "by", "for", "from", "in",
	"of", "on", "to", "with", "after", "before", "because", "since", "although", "though", "there", "here", "what", "who", "why", "how", "where", "which", "not", "no", "yes", "so", "then", "now", "also", "however", "meanwhile", "according",
	"all", "any", "both", "each", "every", "few", "many", "most", "more", "much", "some", "several", "such", "other", "others", "another", "one", "two", "three", "four", "five", "first", "second", "last", "next", "new", "old", "former",
	"is", "was", "are", "were", "be", "been", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "should", "may", "might", "must", "let", "please", "thank", "thanks", "dear", "yours", "sincerely", "faithfully",
	"asked", "said", "added", "read", "following", "including", "despite", "during", "under", "over", "about", "against", "between", "among", "even", "only", "just", "still", "yet", "well", "like", "unlike", "instead", "perhaps", "earlier", "later", "today", "yesterday", "tomorrow",
	// common nouns in capitals
	"children", "people", "families", "young", "social", "care", "health", "education", "public", "local", "family", "adult", "human", "rights", "justice", "law", "legal", "medical", "financial", "business", "improvement", "information",
	"minutes", "agenda", "notes", "present", "apologies", "statements", "response", "further", "image", "photo", "picture", "news", "question", "questions", "answer", "interviewer", "moderator", "host",
)

// leads are words that take a capital at the head of a sentence and are never
// part of the name of a body.
var leads = text.SetOf("a", "about", "after", "all", "although", "among", "an", "and", "any", "as", "at", "because", "before", "but", "by", "despite", "during", "each", "every", "following", "for", "from", "had", "has", "he", "her", "here", "his", "how", "however", "i", "if", "in", "including",
	"instead", "is", "it", "its", "like", "many", "meanwhile", "most", "my", "no", "not", "of", "on", "or", "our", "over", "read", "said", "she", "since", "so", "some", "such", "that", "the", "their", "then", "there", "these", "they", "this", "those", "though", "to", "under", "was", "we", "were", "what", "when", "where", "which", "while", "who", "why", "with", "would", "you", "your")

// pronounTails may follow a post in capitals without belonging to it.
var pronounTails = text.SetOf("i", "he", "she", "we", "they", "it")

// joiners stand inside a person's name in small letters.
var joiners = text.SetOf("al", "ap", "ab", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ferch", "ibn", "la", "le", "ter", "van", "von", "y", "zu")

// suffixes end a person's name or stand behind it.
var suffixes = text.SetOf("jr", "sr", "ii", "iii", "iv", "mp", "mps", "msp", "ms", "am", "td", "mep", "qc", "kc", "obe", "mbe", "cbe", "phd", "md", "esq")

// roleNouns head what a person is.
var roleNouns = text.SetOf(
	// public life
	"adviser", "advisor", "aide", "ambassador", "attorney", "candidate", "chair", "chairman", "chairperson", "chairwoman", "chancellor", "clerk", "commissioner", "congressman", "congresswoman", "convener", "coroner", "councillor", "delegate",
	"deputy", "diplomat", "governor", "judge", "justice", "lawmaker", "leader", "lieutenant", "mayor", "member", "minister", "mp", "official", "ombudsman", "politician", "premier", "president", "prosecutor", "representative", "secretary", "senator",
	"sheriff", "speaker", "spokesman", "spokesperson", "spokeswoman", "strategist", "treasurer", "whip", "magistrate", "regulator",
	// management
	"administrator", "boss", "ceo", "cfo", "chief", "co-founder", "consultant", "controller", "coordinator", "director", "editor", "executive", "founder", "head", "inspector", "manager", "officer", "owner", "partner", "principal", "registrar", "supervisor", "trustee", "vice-president",
	// callings
	"accountant", "activist", "actor", "actress", "analyst", "architect", "artist", "author", "barrister", "broadcaster", "campaigner", "captain", "coach", "columnist", "conductor", "correspondent", "critic", "curator", "detective", "doctor", "economist", "engineer",
	"expert", "farmer", "historian", "host", "investigator", "journalist", "lawyer", "lecturer", "musician", "nurse", "organiser", "organizer", "philosopher", "physician", "pollster", "presenter", "producer", "professor", "programmer", "psychologist", "reporter", "researcher", "scientist",
	"solicitor", "superintendent", "surgeon", "surveyor", "teacher", "therapist", "vicar", "worker", "writer", "constable", "sergeant", "firefighter", "pilot", "student", "guard",
	// relations
	"aunt", "brother", "cousin", "daughter", "father", "fiancé", "girlfriend", "boyfriend", "grandfather", "grandmother", "nephew", "niece", "uncle", "widower", "friend", "husband", "mother", "neighbour", "neighbor", "parent", "resident", "sister", "son", "survivor", "tenant", "victim", "widow", "wife", "witness", "volunteer", "customer", "passenger", "driver", "successor", "predecessor", "colleague",
)

// womenRoles and menRoles say of whom a role is.
var (
	womenRoles = text.SetOf("actress", "aunt", "businesswoman", "chairwoman", "congresswoman", "councilwoman", "daughter", "girlfriend", "grandmother", "mother", "niece", "policewoman", "sister", "spokeswoman", "widow", "wife")
	menRoles   = text.SetOf("boyfriend", "brother", "businessman", "chairman", "congressman", "councilman", "father", "grandfather", "husband", "nephew", "policeman", "son", "spokesman", "uncle", "widower")
)

// companies are words that stand for a company named before.
var companies = text.SetOf("airline", "automaker", "bank", "brand", "broadcaster", "chain", "charity", "company", "contractor", "corporation", "developer", "firm", "manufacturer", "newspaper", "operator", "organisation", "organization", "publisher", "retailer", "supermarket", "utility")

// offices are no last names, whatever title stands before them.
var offices = text.SetOf("agency", "authority", "commission", "committee", "council", "department", "government", "ministry", "office", "party", "tribunal", "union", "university")

// official ends or heads the names of bodies that "the company" does not mean.
var official = text.SetOf("agency", "army", "assembly", "authority", "cabinet", "commission", "committee", "commons", "congress", "constabulary", "council", "court", "department", "government", "house", "lords", "ministry", "navy", "office", "parliament", "party", "police", "senate", "treasury", "tribunal", "union", "university", "school", "hospital")

// women and men are the pronouns of a person.
var (
	women = text.SetOf("she", "her", "hers", "herself")
	men   = text.SetOf("he", "him", "his", "himself")
)

// IsTitle reports whether w, a full stop at its end not counting, is a title that
// stands before a name.
func IsTitle(w string) bool { return isTitle(strings.ToLower(strings.TrimSuffix(w, "."))) }

// TitleGender returns what a title says of the gender of whoever bears it.
func TitleGender(w string) Gender { return titles[strings.ToLower(strings.TrimSuffix(w, "."))] }

func isTitle(low string) bool {
	_, ok := titles[low]
	return ok
}

// class is what a word is, as a set of the classes above.
type class uint64

const (
	isTitleWord class = 1 << iota
	isWoman           // the title or role is a woman's
	isMan
	isTitleFirst
	isBody
	isHeadBody
	isNotName
	isLead
	isTail
	isJoiner
	isSuffix
	isGeneration
	isRole
	isRoles // a role, or several
	isGroup
	isPossessor
	isDeed
	isSpeech
	isRoleStop
	isRoleJoin
	isFirstName
	isFemale // the first name is a woman's
	isMale
	isShe
	isHe
	isThe
	isCompany
	isOfficial
	isPreposition
	isClause // begins a clause
	isPlace  // a place as well as a first name
	isCut    // a title that ends the run of capitals before it
	isLegal  // ends the name of a company in law
	isFinite // a verb that has a subject
)

// closedClasses returns every word of the closed classes.
func closedClasses() map[string]class {
	m := make(map[string]class, 2048)
	for w, g := range titles {
		m[w] |= isTitleWord
		switch g {
		case Female:
			m[w] |= isWoman
		case Male:
			m[w] |= isMan
		}
	}
	for _, f := range []struct {
		words *text.Set
		is    class
	}{
		{titleFirst, isTitleFirst},
		{bodies, isBody},
		{headBodies, isHeadBody},
		{notNames, isNotName},
		{leads, isLead},
		{pronounTails, isTail},
		{joiners, isJoiner},
		{suffixes, isSuffix},
		{generations, isGeneration | isSuffix},
		{roleNouns, isRole | isRoles},
		{groups, isGroup},
		{pronounish, isPossessor},
		{deeds, isDeed},
		{speaks, isSpeech},
		{roleStops, isRoleStop},
		{roleJoins, isRoleJoin},
		{womenRoles, isWoman | isRole | isRoles},
		{menRoles, isMan | isRole | isRoles},
		{women, isShe},
		{men, isHe},
		{companies, isCompany},
		{official, isOfficial},
		{prepositions, isPreposition},
		{clauses, isClause},
		{placesToo, isPlace},
		{cuts, isCut},
		{text.SetOf("co", "company", "corp", "corporation", "group", "holdings", "inc", "limited", "llc", "llp", "ltd", "plc"), isLegal},
		{text.SetOf("is", "was", "are", "were", "has", "have", "had", "will", "would", "can", "could", "does", "did"), isFinite},
		{text.SetOf("the"), isThe},
	} {
		for w := range f.words.All() {
			m[w] |= f.is
			if f.is&isRole != 0 && len(w) > 3 {
				m[w+"s"] |= isRoles
			}
		}
	}
	return m
}

// lexicon is the closed classes in a table of open addressing, which is asked for
// every word of a document. Shapes are the lengths of its words by their first byte:
// they tell many words that are not in it. It is made with the first document, not
// before the first screen.
type lexicon struct {
	slots  [lexiconSlots]lexeme
	shapes [256]uint32
}

var words = sync.OnceValue(func() *lexicon {
	var t lexicon
	for w, c := range closedClasses() {
		k := lexiconSlot(w)
		for t.slots[k].word != "" {
			k = (k + 1) % lexiconSlots
		}
		t.slots[k] = lexeme{w, c}
		t.shapes[w[0]] |= 1 << min(len(w), 31)
	}
	return &t
})

type lexeme struct {
	word string
	is   class
}

const lexiconSlots = 1 << 12

func lexiconSlot(w string) uint32 {
	n := len(w)
	h := uint32(w[0]) | uint32(w[n-1])<<8 | uint32(w[n/2])<<16 | uint32(w[n/3])<<24
	h = (h ^ uint32(n)*0x9e3779b1) * 0x85ebca6b
	return h >> 20 % lexiconSlots
}

func classOf(low string) class {
	t := words()
	if t.shapes[low[0]]&(1<<min(len(low), 31)) == 0 {
		return 0
	}
	for k := lexiconSlot(low); t.slots[k].word != ""; k = (k + 1) % lexiconSlots {
		if t.slots[k].word == low {
			return t.slots[k].is
		}
	}
	return 0
}

// prepositions before a name say that it is not the subject.
var prepositions = text.SetOf("about", "after", "against", "among", "around", "at", "before", "behind", "between", "beyond", "by", "despite", "during", "for", "from", "in", "including", "into", "like", "near", "of", "on", "over", "than", "through", "to", "toward", "towards", "under", "unlike", "until", "via", "with", "without")

// clauses begin a clause with a subject of its own.
var clauses = text.SetOf("although", "and", "as", "because", "but", "if", "once", "since", "so", "that", "though", "unless", "what", "when", "whether", "which", "while", "who", "whom", "why")

// generations tell a father from a son of one name.
var generations = text.SetOf("jr", "junior", "sr", "senior", "ii", "iii", "iv")

// placesToo are first names that are places, oftener than not.
var placesToo = text.SetOf("adelaide", "africa", "america", "asia", "austin", "bristol", "brooklyn", "carolina", "chad", "charlotte", "chelsea", "chester", "china", "dakota", "dallas", "denver", "devon", "florence", "florida", "georgia", "holland", "houston", "india", "indiana", "ireland", "israel", "jackson", "jamaica", "jordan", "kent", "kenya", "lincoln", "london", "lourdes", "madison", "malta", "milan", "montana", "orlando", "paris", "phoenix", "regina", "samara", "sofia", "sydney", "texas", "trenton", "valencia", "venice", "victoria", "vienna", "virginia", "york")

// cuts are titles that are nothing else.
var cuts = text.SetOf("mr", "mrs", "ms", "dr", "prof", "rev", "revd", "cllr", "coun", "lt", "sgt", "det", "insp", "supt", "capt", "col", "maj", "sen", "rep", "gov")

// SameTitle reports whether two names stand behind one title: Cllr Lee and
// Councillor Ann Lee. Titles of courtesy count for nothing.
func SameTitle(a, b string) bool {
	r := rankOf(a)
	return r != 0 && r == rankOf(b)
}

func rankOf(name string) uint8 {
	first, _, _ := strings.Cut(name, " ")
	return ranks[strings.ToLower(strings.TrimSuffix(first, "."))]
}

// roleGender is whose the title or role is.
func (c class) roleGender() Gender {
	switch c & (isWoman | isMan) {
	case isWoman:
		return Female
	case isMan:
		return Male
	}
	return Unknown
}

// nameGender is whose the first name is.
func (c class) nameGender() Gender {
	switch c & (isFemale | isMale) {
	case isFemale:
		return Female
	case isMale:
		return Male
	}
	return Unknown
}

// ranks tells titles that are evidence of who is meant; those of courtesy are not.
var ranks = map[string]uint8{
	"cllr": 1, "councillor": 1, "coun": 1, "councilman": 1, "councilwoman": 1, "ald": 1, "alderman": 1, "dr": 2, "doctor": 2, "prof": 3, "professor": 3, "rev": 4, "revd": 4, "reverend": 4, "bishop": 4, "archbishop": 4, "father": 4, "canon": 4,
	"sir": 5, "dame": 5, "lord": 6, "lady": 6, "baroness": 6, "baron": 6, "judge": 7, "justice": 7, "det": 8, "detective": 8, "insp": 8, "inspector": 8, "sgt": 8, "sergeant": 8, "supt": 8, "superintendent": 8, "constable": 8, "pc": 8,
	"sen": 9, "senator": 9, "rep": 10, "representative": 10, "congressman": 10, "congresswoman": 10, "gov": 11, "governor": 11, "president": 12, "mayor": 13, "minister": 14,
}
