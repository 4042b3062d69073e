package source

import (
	"io/fs"
	"os"
	"path"
	"sync"
)

// opener opens the files of a folder. Files that lie in one folder are read one
// after another: it is kept open, so that its path is not walked for each.
type opener struct {
	root *os.Root

	mu  sync.Mutex
	dir string
	sub *os.Root // of dir, or nil
}

// open opens a file by its name in the root. What the kept folder will not open, a
// link to another folder of the root, is opened from the root.
func (o *opener) open(name string) (fs.File, error) {
	dir, base := path.Split(name)
	if dir == "" {
		return o.root.Open(name)
	}
	if sub := o.folder(dir); sub != nil {
		if f, err := sub.Open(base); err == nil {
			return f, nil
		}
	}
	return o.root.Open(name)
}

func (o *opener) folder(dir string) *os.Root {
	o.mu.Lock()
	defer o.mu.Unlock()
	if dir == o.dir {
		return o.sub
	}
	if o.sub != nil {
		o.sub.Close() // a file that is being opened from it is still opened, or from the root
	}
	o.dir = dir
	o.sub, _ = o.root.OpenRoot(dir)
	return o.sub
}
