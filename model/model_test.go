package model_test

import (
	"context"
	"testing"

	"onrecord/model"
	"onrecord/model/source"
	"onrecord/seeds"
)

func TestTheBuiltInCorpusLoads(t *testing.T) {
	c, err := model.Load(context.Background(), model.Options{Options: source.Options{Builtin: seeds.FS}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Docs) != 5 || !c.Progress.Complete {
		t.Errorf("got %d documents, complete %v; want 5, true", len(c.Docs), c.Progress.Complete)
	}
}
