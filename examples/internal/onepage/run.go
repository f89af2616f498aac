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
	"time"
	_ "time/tzdata" // the zone of the team, also where the system has no zone database

	"github.com/hochkant/hochkant/strategy"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Case is one of the real cases.
type Case struct {
	Program string       // name of the program, for its usage
	AsOf    measure.Date // the day it is assessed for, unless -as-of says another
	Titles  Text         // heading of the page
	// Brief is the embedded brief, JSON, that the common page is about; nil in a
	// case that is about several bodies alike.
	Brief []byte
	// Others are further briefs of the case; they are assessed for More alone.
	Others [][]byte
	// More prints what is special to the case and returns it for the JSON; nil
	// for nothing. It is given the brief of the common page first, then the others;
	// with -brief it is given that one alone.
	More func(p *Page, all []Result) (any, error)
}

// Result is a brief with its assessment.
type Result struct {
	Brief      strategy.Brief
	Time       time.Time // of the assessment
	Assessment strategy.Assessment
}

// Text is a text in both languages.
type Text struct{ De, En string }

// zone is where all the cases take place.
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

// options are the flags of all cases.
type options struct {
	lang                    reason.Lang
	asOf                    measure.Date
	json                    bool
	brief, history, channel string
}

func (c Case) options(args []string, stderr io.Writer) (options, error) {
	var o options
	flags := flag.NewFlagSet(c.Program, flag.ContinueOnError)
	flags.SetOutput(io.Discard) // the error says it once
	flags.TextVar(&o.lang, "lang", reason.German, "language of the page: de or en")
	flags.TextVar(&o.asOf, "as-of", c.AsOf, "day of the assessment")
	flags.BoolVar(&o.json, "json", false, "print the assessment as JSON")
	flags.StringVar(&o.brief, "brief", "", "assess this brief (JSON) instead of the embedded one")
	flags.StringVar(&o.history, "history", "", "posts of the first short-video channel: CSV with published_at and optionally channel, views")
	flags.StringVar(&o.channel, "channel", "", "the channel in the history file; needed when it holds several")
	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		flags.SetOutput(stderr)
		flags.PrintDefaults()
	}
	if err == nil && flags.NArg() > 0 {
		err = fmt.Errorf("unexpected argument %q: want flags only", flags.Arg(0))
	}
	return o, err
}

func (c Case) run(args []string, stderr io.Writer) ([]byte, error) {
	o, err := c.options(args, stderr)
	if err != nil {
		return nil, err
	}
	own, briefs, err := c.briefs(o.brief)
	if err != nil {
		return nil, err
	}
	if o.history != "" {
		last, err := addHistory(own, briefs, o.history, o.channel)
		if err != nil {
			return nil, err
		}
		if last.After(o.asOf) && o.asOf == c.AsOf { // the history is newer than the case
			o.asOf = last
		}
	}
	loc, err := time.LoadLocation(zone)
	if err != nil {
		return nil, err
	}
	all := make([]Result, len(briefs))
	for i, b := range briefs {
		all[i] = Result{Brief: b, Time: o.asOf.AddDays(1).In(loc).Add(-time.Second)}
		if all[i].Assessment, err = Assess(b, all[i].Time); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	if o.json {
		err = c.json(&out, own, all)
	} else {
		err = c.page(&Page{w: &out, Lang: o.lang}, o.asOf, own, all)
	}
	return out.Bytes(), err
}

// Assess assesses a brief as the page does.
func Assess(b strategy.Brief, asOf time.Time) (strategy.Assessment, error) {
	return strategy.Assess(b, asOf, strategy.WithPlatforms(platform.Known()))
}

// page writes the common page of the case's own brief with what is special to
// the case below the glance, where a reader looks for it first.
func (c Case) page(p *Page, asOf measure.Date, own bool, all []Result) error {
	p.title(c.Titles, asOf)
	if own {
		p.glance(all[0].Assessment)
	}
	if c.More != nil {
		if _, err := c.More(p, all); err != nil {
			return err
		}
	}
	if own {
		p.assessment(all[0].Assessment)
	}
	p.inputs(all)
	return nil
}

// json writes the assessment with what is special to the case beside it, under "case";
// of several bodies alike a list of assessments.
func (c Case) json(out io.Writer, own bool, all []Result) error {
	var special any
	if c.More != nil {
		var err error
		if special, err = c.More(&Page{w: io.Discard}, all); err != nil {
			return err
		}
	}
	enc := json.NewEncoder(out)
	enc.SetIndent("", "  ")
	if own {
		return enc.Encode(struct {
			strategy.Assessment
			Case any `json:"case,omitempty"`
		}{all[0].Assessment, special})
	}
	list := make([]strategy.Assessment, len(all))
	for i, r := range all {
		list[i] = r.Assessment
	}
	return enc.Encode(struct {
		Assessments []strategy.Assessment `json:"assessments"`
		Case        any                   `json:"case,omitempty"`
	}{list, special})
}

// briefs reads the briefs; own tells whether the first is that of the common page.
func (c Case) briefs(file string) (own bool, list []strategy.Brief, err error) {
	if file != "" {
		f, err := os.Open(file)
		if err != nil {
			return false, nil, err
		}
		defer f.Close()
		b, err := strategy.ReadBrief(f)
		if err != nil {
			return false, nil, fmt.Errorf("%s:\n%w", file, err)
		}
		return true, []strategy.Brief{b}, nil
	}
	embedded := c.Others
	if c.Brief != nil {
		embedded = append([][]byte{c.Brief}, c.Others...)
	}
	for _, data := range embedded {
		b, err := strategy.ReadBrief(bytes.NewReader(data))
		if err != nil {
			return false, nil, err
		}
		list = append(list, b)
	}
	return c.Brief != nil, list, nil
}
