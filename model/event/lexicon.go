package event

import (
	"strings"
	"sync"

	"onrecord/model/text"
)

// class is what a word can be in a clause: a set, since many words can be several
// things.
type class uint32

// The classes.
const (
	determiner class = 1 << iota
	preposition
	conjunction  // and, but, or
	subordinator // begins a clause of its own
	relative     // begins a clause about the noun before it
	pronoun      // can be a subject and names nobody
	possessive   // his, her, their
	be           // finite forms of be
	have
	do
	modal
	nonfinite // be, been, being, having: inside a verb phrase
	adverb
	negation
	past       // can only be a finite verb
	participle // can only be a participle
	pastOrPart // held, made; every word in -ed
	present    // a verb in the present that reports what is done
	reporting  // said, told: what follows tells of it
	state      // know, think, own: nothing happens
	connector  // opens a sentence without saying anything: but, however, meanwhile
	done       // what a sentence without a date may tell as news: approved, resigned
	doubtful   // claimed, alleged: what follows may not be so
	fused      // a pronoun and its verb in one word: they’ve, it’s
	eventful   // a noun for a happening: visit, meeting, election
	idle       // of the present: a state, a habit or speech
	timed      // part of a time expression
)

var classes = sync.OnceValue(func() map[string]class {
	m := map[string]class{}
	add := func(c class, words string) {
		for _, w := range strings.Fields(words) {
			m[w] |= c
		}
	}
	add(determiner, "a an the this that these those some any every each all both no another several many few most more")
	add(preposition, "in on at by of for from to with under over into onto during about against between among amid through towards toward across around behind beyond near outside inside within without off per via despite upon above below beside besides including than up out down after before since until till following like as ahead")
	add(conjunction, "and but or nor &")
	add(subordinator, "after before when while because as since although though until till once where if unless whereas whether how why so lest whenever wherever")
	add(relative, "who which whom whose that")
	add(pronoun, "i you he she it we they there this that these those what who which whom one others some none nobody somebody someone everyone everybody anyone nothing something everything another here them him me us mine theirs such himself herself themselves itself many most few both all each")
	add(possessive, "his her its their my our your")
	add(be, "is was are were isn’t wasn’t aren’t weren’t isn't wasn't aren't weren't am")
	add(have, "has have had hasn’t haven’t hadn’t hasn't haven't hadn't")
	add(do, "does do did doesn’t don’t didn’t doesn't don't didn't")
	add(modal, "will would can could may might must should shall won’t can’t couldn’t wouldn’t shouldn’t won't can't couldn't wouldn't shouldn't cannot ought")
	add(nonfinite, "be been being having")
	add(negation, "not never n't n’t no isn’t wasn’t aren’t weren’t isn't wasn't aren't weren't hasn’t haven’t hadn’t hasn't haven't hadn't doesn’t don’t didn’t doesn't don't didn't won’t can’t couldn’t wouldn’t shouldn’t won't can't couldn't wouldn't shouldn't cannot hardly neither nor")
	add(adverb, "also already now then later still just even only again too soon once ever almost nearly recently earlier first eventually reportedly apparently allegedly subsequently initially formally officially not never together back away instead therefore thus nevertheless nonetheless today yesterday tomorrow tonight sometimes often always rather quite very largely mostly simply further")
	add(past, "took went gave came began became wrote fell rose broke spoke drew saw knew chose drove flew threw grew wore shook ate stole sang ran swore tore froze hid forgot forgave sank sprang swam withdrew overtook undertook arose awoke forbade overthrew mistook rang shrank was were had did said")
	add(participle, "taken gone given begun become written fallen risen broken spoken drawn seen known chosen driven flown thrown grown worn shaken eaten stolen sung sworn torn frozen hidden forgotten forgiven sunk withdrawn undertaken overtaken overthrown done beaten born shown proven")
	add(pastOrPart, "said told made held found got left met won lost led paid sent spent kept brought built bought sold stood shot hit cut quit read thought felt heard struck sought taught caught fought set put broadcast cast shut let hurt cost split spread burst laid fed fled bled bred slid dug hung stuck swept slept wept dealt meant understood bound ground wound rebuilt resold withheld upheld overheard repaid sat lent bent shed bid beset reset upset oversaw foresaw lit spun stung swung clung forecast")
	add(present, "says opens closes begins starts ends announces apologises apologizes publishes launches resigns returns meets votes approves rejects wins loses dies quits urges confirms reveals agrees backs signs visits arrives leaves joins expires reopens unveils hears sues")
	add(present|idle, "tells makes gives takes becomes gets goes comes faces calls accuses denies admits orders seeks marks wants needs remains continues includes contains knows thinks believes hopes looks seems appears shows finds holds keeps leads leaves lives works runs plays sees puts brings means helps allows follows fears claims argues insists adds notes writes reports suggests explains describes investigates features offers provides requires causes creates raises rises falls sits stands lies owns uses turns moves serves supports warns represents expects plans hosts presents talks speaks joins")
	add(reporting, "said say says tell told tells added adds explained insisted argued claimed claims stated stressed noted recalled remarked suggested suggests warned warns commented replied answered asked asks wrote writes thought think thinks believes believed believe felt feel feels hoped hope hopes alleged alleges denied denies reported reports report revealed reveals announced announces confirmed confirms agreed agrees admitted admits conceded acknowledged maintained predicted estimated estimates understood understands understand concluded declared declares found showed shows indicated learned learnt decided emerged testified tweeted posted quoted complained promised pledged vowed ruled heard hears mentioned pointed according expects expected knew knows know means meant saying adding")
	add(doubtful, "suspected suspects pretended pretends allege claim suggest suspect pretend speculated speculate claimed claims alleged alleges suggested suggests argued believes believed thinks thought hopes hoped predicted estimated felt feels denied denies deny accused")
	add(state, "know knows knew known think thinks thought believe believes believed want wants wanted need needs needed like likes liked seem seems seemed appear appears appeared look looks looked mean means meant have has had own owns owned remain remains remained live lives lived include includes included contain contains contained depend depends understand understands understood hope hopes hoped feel feels felt love loves loved hate hates hated belong belongs exist exists existed involve involves involved consist deserve deserves concern concerns concerned matter matters wish wishes wished sound sounds sounded resemble prefer lack lacked tend tends tended stay stayed keep kept get got cost costs used worried feared considered expected enjoyed trust trusted add adds added compared based related associated supposed sat stood lay waited tried wondered worked works working faces faced continued spent")
	add(connector, "but and so however meanwhile also then yet still moreover furthermore nevertheless nonetheless though therefore thus instead indeed separately finally additionally plus or now sure unfortunately sadly fortunately ultimately overall again besides similarly likewise accordingly consequently elsewhere")
	add(fused, "i’m i’ve i’ll i’d we’re we’ve we’ll we’d you’re you’ve you’ll you’d he’d he’ll she’d she’ll they’re they’ve they’ll they’d it’s it’ll it’d that’s that’ll there’s there’ll here’s what’s who’s who’d he’s she’s let’s how’s where’s")
	for w, c := range m {
		if strings.Contains(w, "’") {
			m[strings.ReplaceAll(w, "’", "'")] |= c
		}
	}
	add(done, "approved announced published identified apologised apologized resigned died killed arrested charged elected appointed signed launched released revealed voted rejected agreed ruled ordered found won lost opened closed cancelled suspended sacked fired jailed sentenced convicted acquitted fined banned granted issued unveiled confirmed admitted pleaded condemned urged declared withdrew withdrawn received awarded rescued evacuated injured shot struck hit crashed collapsed exploded attacked sued settled merged bought sold joined quit retired stepped dismissed upheld overturned backed defeated passed accused denied warned ousted criticised criticized praised blamed seized raided detained freed welcomed emailed pledged began started ended broadcast aired met visited took made held called demanded apologises apologizes announces resigns publishes calls condemns")
	add(eventful, "visit meeting sessions session election elections vote votes strike strikes protest protests march marches rally rallies demonstration demonstrations attack attacks death deaths birth crash fire flood floods speech hearing hearings conference summit deal war raid raids launch release sale report reports verdict verdicts debut show concert match game final judgment judgement arrest arrests explosion blast shooting shootings bombing bombings killing killings murder wedding funeral trial arrival departure return resignation retirement collapse merger takeover inquest inquiry review inspection survey audit programme program episode broadcast interview debate referendum coup revolution uprising riot riots earthquake hurricane storm spill outbreak closure opening reopening appointment announcement statement statements publication decision agreement ceasefire invasion withdrawal evacuation rescue search operation ceremony festival memorial tribute campaign tour premiere auction convention walkout stoppage boycott ruling sentence conviction appeal trip talks test tests letter budget award attempt fall defeat victory win loss dispute clash clashes massacre disaster accident incident event events eruption landing breakup split divorce marriage engagement graduation demolition sacking suspension dismissal ban curfew lockdown crackdown")
	return m
})

// notPast end in -ed and are no verbs.
var notPast = text.SetOf("need", "indeed", "speed", "seed", "feed", "hundred", "sacred", "breed", "exceed", "proceed", "succeed", "naked", "wicked", "unprecedented", "embed", "shed", "bleed", "weed", "deed", "greed", "reed", "unemployed", "aged", "rugged", "beloved", "kindred", "hatred", "so-called", "limited", "alleged", "dated", "entitled", "titled", "located", "armed", "interested")

// notEventful have the ending of an action and name a thing, a body or a people.
var notEventful = text.SetOf("government", "department", "parliament", "apartment", "document", "environment", "equipment", "instrument", "element", "moment", "comment", "station", "nation", "section", "position", "condition", "population", "generation", "administration", "organisation", "organization", "association", "corporation", "foundation", "institution", "question", "situation", "information", "education", "tradition", "option", "edition", "relation", "direction", "delegation", "federation", "location", "management", "treatment", "punishment", "basement", "investment", "segment")

// aims lead to what is to come.
var aims = text.SetOf("due", "scheduled", "planned", "plans", "plan", "planning", "expected", "hopes", "hope", "intends", "intend", "set", "going", "about", "slated", "poised", "likely", "preparing", "aims", "supposed", "billed", "hoping", "expects", "expect")

// ended are the words that say a plan was given up.
var ended = text.SetOf("cancelled", "canceled", "postponed", "abandoned", "scrapped", "shelved", "aborted", "axed", "called-off")

// lasting say that something goes on.
var lasting = text.SetOf("continues", "ongoing", "remains", "underway", "continuing")

// leads begin a phrase that tells of a happening by a noun.
var leads = text.SetOf("following", "after", "since", "before", "until", "during", "ahead")

// fronting begin a phrase of place, time or manner before a subject.
var fronting = text.SetOf("earlier", "later", "last", "this", "next", "yesterday", "today", "tomorrow", "tonight", "late", "early", "granted", "speaking", "asked", "according", "given", "based", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "just", "only", "some", "about", "more", "less", "even", "back", "once", "again", "each", "every", "among")

// slight are words too common to tell one happening from another.
var slight = text.SetOf("the", "and", "for", "his", "her", "its", "had", "has", "not", "but", "are", "any", "all", "our", "out", "who", "how", "why", "may", "can", "she", "him", "you", "own", "one", "two", "new", "old", "off", "yet", "now", "ago", "day", "via", "per", "did", "get", "got", "due", "been", "about", "after", "again", "also", "before", "being", "cannot", "could", "does", "done", "during", "each", "following", "from", "have", "having", "here", "into", "made", "make", "many", "more", "most", "much", "number", "only", "other", "over", "part", "people", "place", "said", "same", "says", "set", "shall", "should", "since", "some", "such", "take", "taken", "than", "that", "their", "them", "then", "there", "these", "they", "this", "those", "through", "time", "took", "under", "until", "upon", "very", "was", "were", "what", "when", "where", "which", "while", "will", "with", "would", "year", "years", "month", "months", "week", "weeks", "days", "later", "earlier", "last", "next", "today", "night", "morning", "afternoon", "held", "told", "called")
