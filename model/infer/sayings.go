package infer

import (
	"sync"

	"onrecord/model/when"
)

// sayings keeps what is said of many dates once: of twenty thousand documents of a
// thousand days most are "of 4 May 2021" as another is. Any goroutine may ask.
type sayings struct {
	mu   sync.Mutex
	seen map[string]*saying
}

type saying struct {
	say   string
	alone []when.Reason // that and no more, once it is asked for
}

// once returns the string that was said so first.
func (s *sayings) once(say string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.of(say).say
}

// alone returns what is said, and as a chain of one reason that no passage bears out. The
// chain is shared, and has no room for more.
func (s *sayings) alone(say string) (string, []when.Reason) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k := s.of(say)
	if k.alone == nil {
		k.alone = []when.Reason{{Say: k.say}}
	}
	return k.say, k.alone
}

func (s *sayings) of(say string) *saying {
	k := s.seen[say]
	if k == nil {
		if s.seen == nil {
			s.seen = map[string]*saying{}
		}
		k = &saying{say: say}
		s.seen[say] = k
	}
	return k
}
