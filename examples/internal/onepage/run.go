// Package onepage runs a case of the example programs: it reads the brief and
// the flags, asks the library, and prints one page that a press officer
// understands, or its JSON.
package onepage

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	_ "time/tzdata" // the zone of the team, also where the system has no zone database

	"github.com/hochkant/hochkant/strategy"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/portfolio"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Case is one of the real cases.
type Case struct {
	Program string       // name of the program, for its usage
	Brief   []byte       // the embedded brief, JSON
	AsOf    measure.Date // the day it is assessed for, unless -as-of says another
	Titles  Text         // heading of the page
	// More prints what is special to the case below the common page; nil for nothing.
	More func(p *Page, b strategy.Brief, a strategy.Assessment) error
}

// Text is a text in both languages.
type Text struct{ De, En string }

// zone is where all five cases take place.
const zone = "Europe/Berlin"

// Main runs a case with the arguments of the command line and returns the exit
// status: 0, or 2 for input that is not accepted. Nothing is printed half.
func (c Case) Main(args []string, stdout, stderr io.Writer) int {
	page, err := c.run(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		fmt.Fprintf(stderr, "%s: %v\n", c.Program, err)
		return 2
	}
	if _, err := stdout.Write(page); err != nil {
		fmt.Fprintf(stderr, "%s: %v\n", c.Program, err)
		return 1
	}
	return 0
}

func (c Case) run(args []string, stderr io.Writer) ([]byte, error) {
	flags := flag.NewFlagSet(c.Program, flag.ContinueOnError)
	flags.SetOutput(stderr)
	lang := reason.German
	flags.TextVar(&lang, "lang", reason.German, "language of the page: de or en")
	asOf := c.AsOf
	flags.TextVar(&asOf, "as-of", c.AsOf, "day of the assessment")
	asJSON := flags.Bool("json", false, "print the assessment as JSON")
	briefFile := flags.String("brief", "", "assess this brief (JSON) instead of the embedded one")
	historyFile := flags.String("history", "", "posts of the first short-video channel: CSV with published_at and optionally channel, views")
	channel := flags.String("channel", "", "the channel in the history file; needed when it holds several")
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	if flags.NArg() > 0 {
		return nil, fmt.Errorf("unexpected argument %q: want flags only", flags.Arg(0))
	}
	brief, err := c.brief(*briefFile)
	if err != nil {
		return nil, err
	}
	if *historyFile != "" {
		last, err := addHistory(&brief, *historyFile, *channel)
		if err != nil {
			return nil, err
		}
		if last.After(asOf) && asOf == c.AsOf { // the history is newer than the case
			asOf = last
		}
	}
	loc, err := time.LoadLocation(zone)
	if err != nil {
		return nil, err
	}
	a, err := strategy.Assess(brief, asOf.In(loc).Add(24*time.Hour-time.Second), strategy.WithPlatforms(platforms()))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if *asJSON {
		enc := json.NewEncoder(&out)
		enc.SetIndent("", "  ")
		return out.Bytes(), errors.Join(enc.Encode(a), nil)
	}
	p := &Page{w: &out, Lang: lang}
	p.assessment(c.Titles, brief, a)
	if c.More != nil {
		if err := c.More(p, brief, a); err != nil {
			return nil, err
		}
	}
	p.inputs(a)
	return out.Bytes(), nil
}

func (c Case) brief(file string) (strategy.Brief, error) {
	if file == "" {
		return strategy.ReadBrief(bytes.NewReader(c.Brief))
	}
	f, err := os.Open(file)
	if err != nil {
		return strategy.Brief{}, err
	}
	defer f.Close()
	b, err := strategy.ReadBrief(f)
	if err != nil {
		return strategy.Brief{}, fmt.Errorf("%s:\n%w", file, err)
	}
	return b, nil
}

// addHistory gives the posts of a file to the brief's first channel on an
// interest feed, and returns the day of the last one.
func addHistory(b *strategy.Brief, file, channel string) (measure.Date, error) {
	f, err := os.Open(file)
	if err != nil {
		return measure.Date{}, err
	}
	defer f.Close()
	posts, err := ReadHistory(f, channel)
	if err != nil {
		return measure.Date{}, fmt.Errorf("%s: %w", file, err)
	}
	for i, ch := range b.Channels {
		if p, ok := platforms().Lookup(ch.Platform); ok && p.Feed == interest && ch.State != portfolio.Left {
			b.Channels[i].Posts = posts
			b.Channels[i].State = portfolio.Active
			if channel != "" {
				b.Channels[i].Name = strings.TrimPrefix(channel, "@")
			}
			var last measure.Date
			for _, post := range posts {
				if d := measure.DateOf(post.PublishedAt); d.After(last) {
					last = d
				}
			}
			return last, nil
		}
	}
	return measure.Date{}, errors.New("the brief has no short-video channel that the history could belong to")
}
