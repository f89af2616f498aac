// Agentur shows on one page whether a public body should run its short-video
// channel alone or with an agency. The embedded case is an invented town of
// 60,000 inhabitants with 8 hours a week.
//
// Usage:
//
//	go run ./examples/agentur [-lang de|en] [-json] [-brief FILE] [-draws N]
//
// -brief replaces the embedded case by a JSON file. Weights and inputs are drawn
// -draws times from a fixed stream, so that equal cases give equal pages; 0
// leaves the drawing out. Input that is not accepted ends with exit status 2
// and prints nothing on standard output.
package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"

	"github.com/hochkant/hochkant/agency"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/reason"
)

//go:embed case.json
var town []byte

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

const badInput = 2

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("agentur", flag.ContinueOnError)
	flags.SetOutput(stderr)
	var lang reason.Lang
	flags.TextVar(&lang, "lang", reason.German, "language of the page, de or en")
	asJSON := flags.Bool("json", false, "print the decision as JSON")
	file := flags.String("brief", "", "JSON file with the case instead of the embedded one")
	draws := flags.Int("draws", 10_000, "draws of weights and inputs, 0 for none")
	if err := flags.Parse(args); err != nil {
		return badInput
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "agentur: %q is not an option\n", flags.Arg(0))
		return badInput
	}
	page, err := answer(lang, *asJSON, *file, *draws)
	if err != nil {
		fmt.Fprintf(stderr, "agentur: %v\n", err)
		return badInput
	}
	if _, err := stdout.Write(page); err != nil {
		fmt.Fprintf(stderr, "agentur: %v\n", err)
		return 1
	}
	return 0
}

// answer is the whole page, so that nothing is half printed.
func answer(lang reason.Lang, asJSON bool, file string, draws int) ([]byte, error) {
	data := town
	if file != "" {
		var err error
		if data, err = os.ReadFile(file); err != nil {
			return nil, err
		}
	}
	c, err := check.Decode[agency.Case](bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	var options []agency.DecideOption
	if draws != 0 {
		options = append(options, agency.WithSimulation(draws, rand.NewPCG(60_000, 8)))
	}
	d, err := agency.Decide(c, options...)
	if err != nil {
		return nil, err
	}
	if asJSON {
		out, err := json.MarshalIndent(d, "", "  ")
		return append(out, '\n'), err
	}
	p := page{lang: lang}
	p.write(c, d)
	return p.Bytes(), nil
}
