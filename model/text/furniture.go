package text

// The words by which pages show what is not theirs to say. All are matched
// against a line in lower case.

// furnitureLines are whole lines: navigation, forms, sharing.
var furnitureLines = SetOf(
	// navigation
	"about us", "back to top", "contact us", "home", "jump to content", "menu", "navigation", "next", "next article", "previous", "previous article",
	"search", "skip to content", "skip to main content", "top stories", "view all", "view comments", "load more", "show more", "see more", "more",
	// accounts and forms
	"create account", "create new...", "guest", "log in", "log out", "login", "my account", "register", "sign in", "sign up", "subscribe", "subscribe now",
	"submit", "cancel", "close", "username", "password",
	// forums and comments
	"add a comment", "comment", "comments", "followers", "join the conversation", "leave a comment", "leave a reply", "like", "likes", "members", "posted", "quote",
	"recommended posts", "recommended comments", "reply", "report", "report post", "reply to this topic...", "share this post", "link to post", "topic starter",
	// sharing
	"copy link", "email", "email this", "facebook", "linkedin", "pinterest", "print", "reddit", "save", "share", "share this", "share this article", "share on facebook",
	"share on twitter", "tweet", "twitter", "whatsapp", "x", "instagram", "youtube", "follow us",
	// neighbours of the article
	"ad", "advert", "advertisement", "advertising", "article continues below", "editor's picks", "featured", "latest", "latest news", "more from", "more stories",
	"most popular", "most read", "popular", "promoted", "promoted stories", "read more", "read next", "recommended", "related", "related articles", "related content", "related stories",
	"related topics", "sponsored", "trending", "topics", "tags", "you may also like", "more on this story",
	// the foot of the page
	"accessibility", "all rights reserved", "cookie policy", "cookie settings", "cookies", "editorial policy", "privacy", "privacy notice", "privacy policy", "terms", "terms and conditions", "terms of use", "sitemap",
)

// furniturePrefixes begin lines of furniture. A prefix ends at a word's end.
var furniturePrefixes = []string{
	"accept all cookies", "accept cookies", "already a subscriber", "already have an account", "by signing up", "by subscribing", "by clicking", "cookies on", "click here to",
	"continue reading", "copyright ©", "copyright (c)", "©", "download our app", "download the app", "enter your email", "find out more about our", "follow us on", "for more stories like this", "get the latest", "have your say", "join the conversation",
	"jump to", "leave a comment", "letters should not exceed", "listen to this article", "log in to", "more details –", "most read in", "note: your post will", "only 75 emoji", "pasted as rich text",
	"please log in", "please sign in", "please enable javascript", "read also", "read more", "read next", "recommended reading", "recommended for you", "related:", "reply to this topic", "report this comment",
	"restore formatting", "scroll to", "see also:", "send your letters", "share this", "share on", "sign in", "sign up", "skip to", "sponsored by", "subscribe to", "subscribe for", "subscribe today",
	"tap here to", "terms of", "thank you for reading", "this article is more than", "this content is", "this site uses", "this website uses", "unlock the", "upload or insert images",
	"view this post on", "want more", "watch:", "we use cookies", "we value your privacy", "what are your thoughts", "what do you think?", "you can post now", "you can send a letter", "you cannot paste",
	"you have reached your", "you may also", "your comment will", "your email address will", "your link has been", "your previous content",
}

// prefixesBy are these by their first byte: every block of a document is asked.
var prefixesBy = func() (by [256][]string) {
	for _, p := range furniturePrefixes {
		by[p[0]] = append(by[p[0]], p)
	}
	return by
}()

// captionMarks stand in the caption or credit of a picture, and nowhere else in a
// short line.
var captionMarks = []string{
	"google street view", "google maps", "google earth", "image date", "image:", "images:", "image credit", "image source", "picture:", "pictures:", "photo:", "photos:", "photo by", "photo credit", "photograph:",
	"photograph by", "picture by", "pictured:", "pictured above", "credit:", "getty images", "pa images", "pa wire", "stock image", "stock photo", "library picture", "file photo", "file picture", "shutterstock", "(image", "(photo", "(picture", "(pic:",
	"screengrab", "screenshot:", "handout", "caption:",
}

// imageEndings end the name of a picture's file.
var imageEndings = []string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".bmp", ".tif", ".tiff", ".heic", ".avif"}
