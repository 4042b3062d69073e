package quote

import (
	"strings"
	"sync"

	"onrecord/model/text"
)

// class is what a reporting verb or phrase does.
type class uint8

const (
	says   class = 1 << iota // introduces words as said: said, told, wrote
	judges                   // introduces a fragment as somebody's word: called, described, branded
	finds                    // a document or body reports: found, concluded, reads
	claims                   // introduces indirect speech surely enough to be listed

	settled // the class of a token has been found out
)

// verbs are the reporting verbs, by families, in the forms that report. Counted
// over news: forms of "say" are two thirds of all cues.
var verbs = sync.OnceValue(func() map[string]class {
	return table(
		// say and its neighbours
		says|claims, "said say says saying told tell tells telling added add adds adding stated states stating announced announces announcing",
		says|claims, "explained explains explaining noted notes noting insisted insists insisting claimed claims claiming argued argues arguing admitted admits admitting acknowledged acknowledges",
		says|claims, "warned warns warning confirmed confirms confirming denied denies denying revealed reveals revealing suggested suggests suggesting alleged alleges alleging testified testifies recalled recalls recalling",
		says|claims, "maintained maintains asserted asserts asserting declared declares declaring conceded concedes conceding complained complains complaining predicted predicts contended contends boasted boasts",
		says, "shared shares commented comments commenting continued continues continuing responded responds responding replied replies replying wrote writes writing tweeted tweets tweeting posted posts posting remarked remarks remarking observed observes observing",
		says, "encouraged encourages encouraging ask asked asks asking answered answers answering began begins concluded concludes concluding quipped joked jokes joking shouted shouting yelled cried screamed whispered muttered murmured mused repeated repeats reiterated reiterates",
		says, "promised promises promising pledged pledges vowed vows urged urges urging demanded demands demanding pleaded begged apologised apologises apologized apologizes thanked congratulated reflected reflects reflecting",
		says, "emphasised emphasises emphasized emphasizes stressed stresses stressing underlined underscored highlighted highlights highlighting outlined clarified countered counters countering interjected interrupted protested objected agreed agrees agreeing",
		says, "read reads reading texted emailed e-mailed blogged opined lamented laments lamenting fumed thundered quoted quoting cited citing speculated speculates summarised summarized summed chanted joined sighed laughed enthused gushed exclaimed ventured volunteered wondered wonders advised advises advising instructed recommended recommends ruled rules",
		says, "shout welcomed welcomes expressed expresses voiced spoke speaks offered described",
		says|claims, "reported reports reporting charged charging indicated indicates indicating reminded reminds reminding assured assures assuring confided confides confessed confesses recounted recounts recounting remembered affirmed affirms affirming acknowledging attested implied implies implying disclosed discloses estimated estimates",
		says|claims, "argue suggest claim note warn insist predict contend maintain allege acknowledge admit concede announce confirm deny explain complain indicate assert estimate",
		says, "gloated gloats retorted retorts scoffed scoffs chanting chanted jeered boomed beamed bellowed barked blared proclaimed proclaims proclaiming bemoaned bemoans decried decries decrying uttered uttering riffed pronounced pronounces heckled implored implores exhorting exhorted cautioned cautions cautioning",
		says, "remembers reckons reckoned recollects recollected beams grins grinned shrugs shrugged nods nodded smiles smiled winks scolded intoned recited cheered roared howled snapped grumbled griped groused mumbled stammered deadpanned cracked chuckled marveled marvelled theorized theorised hypothesized surmised posited yelling screaming shouts interjecting protesting boasting pleading",
		// judgements in a word
		judges, "called calls calling describes describing branded brands branding dubbed dubs labelled labels labeled labelling slammed slams blasted blasts condemned condemns condemning criticised criticises criticized dismissed dismisses dismissing denounced denounces denouncing",
		judges, "deemed accused accuses accusing attacked attacks attacking characterised characterized rejected rejects likened compared mocked referred refers referring touted ridiculed termed considered",
		judges, "portray portrayed portrays portraying praise praises praising heralded heralding acclaimed derided derides deriding blamed blames blaming characterizes characterizing characterises characterising hail hails hailing lambasted lambasting chided chides chiding ridicules ridiculing belittled belittling",
		judges, "demonized demonised mentioned mentions mentioning named touting touts decry attacks bashed bashing tagged nicknamed lauded lauds lauding applauded applauds panned skewered scolding describe call criticize criticise denounce condemn dismiss depicted depicts depicting challenged",
		judges, "accuse slam blast brand attack mock mocks mocked mocking label ridicule blame reject hailed praised praise pounding pounded rated rates referenced references invoked invokes coined frames framed pitched trumpeted trumpets",
		// findings
		finds, "found finds finding identified identifies warned showed shows showing heard hears experienced expresses expressed felt feel feels believes believed believe thinks think thought thinking calls requiring require requires requested requests",
		finds, "knew know knows hopes hoped hope wants wanted expects expected fears feared worried noted recognised recognises recognized stipulates proposed proposes amounted learned learnt understood saw sees seen decided wondered wonders questioned questions",
	)
})

// table makes the map of verbs from rows of a class and its words.
func table(rows ...any) map[string]class {
	m := make(map[string]class, 512)
	for i := 0; i+1 < len(rows); i += 2 {
		for w := range strings.FieldsSeq(rows[i+1].(string)) {
			m[w] |= rows[i].(class)
		}
	}
	return m
}

// phrasal verbs report only with the word behind them.
var phrasal = map[string]string{
	"pointed": "out", "points": "out", "pointing": "out", "point": "out", "shot": "back", "fired": "back", "shoots": "back", "fires": "back", "hit": "out", "hits": "out", "lashed": "out", "spoke": "out", "went": "on", "goes": "on", "cut": "in", "chimed": "in", "blurted": "out", "put": "it", "puts": "it", "cried": "out", "spelled": "out", "sets": "out", "laid": "out",
}

// bare are verbs in their bare form that are as often nouns: they report only
// behind a subject in the plural, a pronoun, or an auxiliary.
var bare = text.SetOf("claim", "note", "call", "report", "comment", "answer", "question", "hope", "fear", "request", "offer", "praise", "estimate", "attacks", "claims", "calls", "comments", "answers", "questions", "hopes", "fears", "requests", "reports", "notes", "remarks", "offers", "praises", "estimates", "shows", "posts", "post", "tweets", "demands", "pledges", "promises", "complaints", "warn", "argue", "suggest", "point", "points", "charges", "shouts", "rules", "states", "shares", "attests")

// verbEntry is what the tables say of one word.
type verbEntry struct {
	class  class
	second string // the word that makes it report, or ""
	bare   bool   // as often a noun
}

// reporting joins the tables, so that a word is looked up once.
var reporting = sync.OnceValue(func() map[string]verbEntry {
	m := make(map[string]verbEntry, len(verbs())+len(phrasal))
	for w, c := range verbs() {
		m[w] = verbEntry{class: c, second: phrasal[w], bare: bare.Has(w)}
	}
	for w, second := range phrasal {
		if _, ok := m[w]; !ok {
			m[w] = verbEntry{second: second}
		}
	}
	return m
})

// between are auxiliaries and adverbs that may stand between a subject and its verb.
var between = text.SetOf(
	"has", "have", "had", "also", "later", "then", "previously", "recently", "already", "repeatedly", "once", "again", "further", "often", "simply", "merely", "even", "now", "earlier", "today", "just", "still", "always", "never", "immediately", "quickly", "publicly", "reportedly",
	"is", "was", "are", "were", "been", "being", "be", "will", "would", "did", "does", "do", "not", "himself", "herself", "themselves", "itself", "both", "all", "famously", "apparently", "clearly", "initially", "finally", "eventually", "specifically", "only", "went", "goes", "on", "to", "could", "may", "can", "might", "should", "n’t", "n't",
	"jokingly", "angrily", "quietly", "bluntly", "flatly", "explicitly", "openly", "instead", "subsequently", "nevertheless", "nonetheless", "however", "meanwhile", "too", "so", "ever", "really", "quite", "rather", "correctly", "rightly", "wrongly", "falsely", "strongly", "firmly", "briefly", "proudly", "sadly", "warmly", "gone", "took", "in", "first",
)

// clauseStarts cut a clause off from what stands before it.
var clauseStarts = text.SetOf("and", "but", "that", "while", "when", "as", "after", "before", "because", "since", "although", "though", "if", "where", "which", "or", "so", "yet", "than", "until", "once", "who", "whether", "what", "how", "why", "whom", "whose", "then")

// determiners begin a noun phrase.
var determiners = text.SetOf("the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those", "one", "another", "some", "many", "several", "few", "most", "both", "two", "three", "four", "other", "each", "every", "all", "no", "any")

// pronouns that can speak.
var pronouns = text.SetOf("he", "she", "they", "it", "we", "i", "you", "who", "others", "another", "some", "many", "someone", "one", "everyone", "nobody", "both", "neither")

// papers are documents that speak for who made them.
var papers = text.SetOf("report", "reports", "statement", "letter", "email", "e-mail", "review", "study", "survey", "document", "documents", "memo", "memorandum", "release", "article", "post", "tweet", "book", "filing", "lawsuit", "complaint", "indictment", "ruling", "judgment", "judgement", "motion", "affidavit", "notice", "paper", "findings", "analysis", "audit", "petition", "message", "text", "editorial", "column", "poll", "brief", "opinion", "bill", "amendment", "plan", "order", "transcript", "minutes")
