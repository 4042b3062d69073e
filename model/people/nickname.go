package people

import (
	"strings"
	"sync"
)

// nicknames lists first names that one person goes by: the formal name first.
const nicknames = `
abigail abby abbie
albert al bert bertie
alexander alex alec sandy xander
alexandra alex sandra
alfred alf alfie fred
alistair alasdair alastair ally
andrew andy drew
anthony antony tony
archibald archie
arthur art
barbara barb babs
benjamin ben benny benji
bernard bernie
bernadette bernie
bradley brad
catherine cathy cath kate katie
katherine kathy kate katie kath kitty
kathleen kathy kath kate
kathryn kathy kate katie
charles charlie chuck chas
charlotte charlie lottie
christina chris christy tina
christine chris chrissie
christopher chris kit
clifford cliff
cynthia cindy
daniel dan danny
david dave davy dai
deborah debbie deb debra
dennis denny
diana di
donald don donnie
dorothy dot dottie dolly
douglas doug
edmund ed eddie ned ted
edward ed eddie ted teddy ned
eleanor ellie nell nora
elizabeth liz lizzie beth betty bess eliza libby elspeth
emily em emmy
ernest ernie
eugene gene
evelyn eve evie
ferdinand ferdie
florence flo florrie
frances fran frankie fanny
francis frank frankie
franklin frank
frederick fred freddie freddy
gabriel gabe
gareth gaz
geoffrey geoff
gerald gerry jerry
gerard gerry
gillian gill jill gilly
gregory greg
harold harry hal
henry harry hal hank
herbert herb bert
hugh hughie
isabel isobel bella izzy
isabella bella izzy
jacob jake
jacqueline jackie
james jim jimmy jamie
jane janie
janet jan
jeffrey jeff
jennifer jen jenny jenni
jeremy jerry jez
jessica jess jessie
joanna jo joanne
john jack johnny jon
jonathan jon jonny
joseph joe joey
josephine jo josie
joshua josh
judith judy jude
kenneth ken kenny
kimberly kim
lawrence larry lawrie laurie
laurence larry laurie
leonard len lenny
leslie les
lewis lew
louis lou louie
lynette lyn
margaret maggie meg peggy marge margie madge
marjorie marge margie
martin marty
matthew matt matty
maurice mo
maxwell max
megan meg
melanie mel
michael mike mick mickey micky
michelle shelly
mitchell mitch
nathaniel nathan nat nate
nathan nate
nicholas nick nicky
nicola nicky nikki
nigel nige
norman norm
oliver ollie
pamela pam
patricia pat patty trish tricia
patrick pat paddy
peter pete
philip phil pip
phillip phil
rachel rach
raymond ray
rebecca becky becca bex
reginald reg reggie
richard rick ricky dick rich richie
robert rob robbie bob bobby bert
roderick rod
rodney rod
ronald ron ronnie
rosemary rosie rose
rupert rup
russell russ
samantha sam
samuel sam sammy
sarah sally sadie
sidney sid
simon si
stanley stan
stephanie steph
stephen steve steven
steven steve stephen
stuart stu
stewart stew stu
susan sue susie suzy
suzanne sue suzy
sylvester sly
terence terry
teresa terry tess
theodore ted teddy theo
theresa terry tess tessa
thomas tom tommy
timothy tim
tobias toby
valerie val
veronica ronnie
victor vic
victoria vicky vicki tori
vincent vince vinnie
walter walt wally
wilfred wilf
william bill billy will willie liam
winifred winnie
zachary zach zack
`

// calledToo holds, of each name, the lines of nicknames that it stands in.
var calledToo = sync.OnceValue(func() map[string][]int {
	m := map[string][]int{}
	for i, line := range strings.Split(strings.TrimSpace(nicknames), "\n") {
		for _, n := range strings.Fields(line) {
			m[n] = append(m[n], i)
		}
	}
	return m
})

// nickname reports whether one folded first name is short or fond for the other:
// one of the two is formal, or both are of one formal name.
func nickname(a, b string) bool {
	for _, i := range calledToo()[a] {
		for _, j := range calledToo()[b] {
			if i == j {
				return true
			}
		}
	}
	return false
}
