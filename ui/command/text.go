package command

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"onrecord/model"
	"onrecord/model/text"
)

// textCommand prints the text of documents: what spans are offsets into.
func textCommand(s streams) *cobra.Command {
	var asJSON bool
	var name string
	cmd := &cobra.Command{
		Use:   "text [DOC] [PATH ...]",
		Short: "Print the plain text of a document, which spans are offsets into",
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			// A first word that is no path names a document of the corpus.
			if name == "" && len(args) > 0 {
				if _, err := os.Stat(args[0]); err != nil && args[0] != "-" {
					name, args = args[0], args[1:]
				}
			}
			v, err := open(cmd.Context(), s, args, filters{doc: name})
			if err != nil {
				return err
			}
			if asJSON {
				return lines(s.out, v.docs(), textOf)
			}
			return printTexts(s.out, v)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line, with the blocks of each text")
	cmd.Flags().StringVar(&name, "doc", "", docUsage)
	return cmd
}

// printTexts prints one text as it is, or several with their names between.
func printTexts(w io.Writer, v view) error {
	var docs []*model.Document
	for d := range v.docs() {
		docs = append(docs, d)
	}
	for i, d := range docs {
		if len(docs) > 1 {
			sep := "\n\n"
			if i == 0 {
				sep = ""
			}
			if _, err := fmt.Fprintf(w, "%s== %s ==\n\n", sep, text.SafeLine(d.Name)); err != nil {
				return err
			}
		}
		if _, err := io.WriteString(w, d.Text); err != nil {
			return err
		}
	}
	return nil
}
