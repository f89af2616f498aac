// Command backtest measures the models of hochkant on data, ours or your own.
//
//	go run ./examples/backtest continuity -in channels.csv
//
// Each sub-command prints what it did and ends in one line of JSON with its figures
// and those of the named baselines on the same data. The exit status is 2 on bad
// input, with a message that names the line.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
)

// command is one sub-command. It writes results to stdout, remarks to stderr, and
// nothing to stdout when it fails.
type command func(args []string, stdout, stderr io.Writer) error

func commands() map[string]command {
	return map[string]command{
		"continuity": runContinuity,
		"views":      runViews,
		"naming":     runNaming,
		"names":      runNames,
	}
}

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run dispatches to the sub-command and returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	known := commands()
	names := strings.Join(slices.Sorted(maps.Keys(known)), ", ")
	if len(args) == 0 {
		fmt.Fprintf(stderr, "backtest: no command given: want one of %s\n", names)
		return 2
	}
	do, ok := known[args[0]]
	if !ok {
		fmt.Fprintf(stderr, "backtest: %q is not known: want one of %s\n", args[0], names)
		return 2
	}
	switch err := do(args[1:], stdout, stderr); {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return 0
	default:
		fmt.Fprintf(stderr, "backtest %s: %v\n", args[0], err)
		return 2
	}
}
