package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hochkant/hochkant/strategy/naming"
)

// namePair is an official name and what people or a city call the same thing.
type namePair struct{ official, plain string }

// pairResult is the share of pairs in which each model ranks the plain name
// higher, ties counted half; null without pairs.
type pairResult struct {
	Pairs  int                 `json:"pairs"`
	Models map[string]*float64 `json:"models"`
}

// runNaming measures the naming score on pairs of an official and a plain name
// against two simple models: the shorter name wins, and the name with the
// higher Flesch-Amstad readability wins.
func runNaming(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("naming", flag.ContinueOnError)
	flags.SetOutput(stderr)
	in := flags.String("in", "", "TSV `file`: a header line, then official<TAB>plain, further columns are skipped (required)")
	kind := naming.Channel
	flags.TextVar(&kind, "kind", naming.Channel, "`kind` of name: channel, series, video or handle")
	show := flags.Bool("wrong", false, "also print the pairs that the score ranks wrong")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *in == "" || flags.NArg() > 0 {
		return errors.New("want -in FILE and no further arguments")
	}
	rows, err := readColumns(*in, stderr, 1, 2)
	if err != nil {
		return err
	}
	score, err := newScorer(kind)
	if err != nil {
		return err
	}
	models := []string{"hochkant", "shorter", "amstad"}
	type tally struct {
		n    int
		wins [3]float64
	}
	var all, acts, equal tally
	var wrong []string
	for _, row := range rows {
		p := namePair{row.cells[0], row.cells[1]}
		if p.official == p.plain {
			continue
		}
		official, err := score.report(p.official)
		if err != nil {
			return fmt.Errorf("%s: line %d: %w", *in, row.line, err)
		}
		plain, err := score.report(p.plain)
		if err != nil {
			return fmt.Errorf("%s: line %d: %w", *in, row.line, err)
		}
		lengths := [2]int{utf8.RuneCountInString(p.official), utf8.RuneCountInString(p.plain)}
		wins := [3]float64{
			beats(float64(plain.Score), float64(official.Score)),
			beats(float64(-lengths[1]), float64(-lengths[0])),
			beats(amstad(p.plain), amstad(p.official)),
		}
		if wins[0] < 1 {
			wrong = append(wrong, fmt.Sprintf("%d %s | %d %s", official.Score, p.official, plain.Score, p.plain))
		}
		count := func(t *tally) {
			t.n++
			for i := range wins {
				t.wins[i] += wins[i]
			}
		}
		count(&all)
		if official.Has(naming.OfficialAct) {
			count(&acts)
		}
		if lengths[0] == lengths[1] {
			count(&equal)
		}
	}
	if all.n == 0 {
		return fmt.Errorf("%s: no pairs of two different names", *in)
	}
	result := func(t tally) pairResult {
		r := pairResult{t.n, map[string]*float64{}}
		for i, m := range models {
			r.Models[m] = nil
			if t.n > 0 {
				share := t.wins[i] / float64(t.n)
				r.Models[m] = &share
			}
		}
		return r
	}
	out := struct {
		pairResult
		Verrichtung pairResult `json:"verrichtung"`
		EqualLength pairResult `json:"equal_length"`
	}{result(all), result(acts), result(equal)}
	w := bufio.NewWriter(stdout)
	if *show {
		for _, line := range wrong {
			fmt.Fprintln(w, line)
		}
	}
	fmt.Fprintln(w, "Share of pairs in which the plain name scores higher (ties half):")
	for _, part := range []struct {
		title string
		r     pairResult
	}{{"all pairs", out.pairResult}, {"official name with an act", out.Verrichtung}, {"names of equal length", out.EqualLength}} {
		fmt.Fprintf(w, "%-26s %5d", part.title, part.r.Pairs)
		for _, m := range models {
			if share := part.r.Models[m]; share != nil {
				fmt.Fprintf(w, "  %s %.3f", m, *share)
			}
		}
		fmt.Fprintln(w)
	}
	line, err := json.Marshal(out)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s\n", line)
	return w.Flush()
}

// runNames measures how well the score tells two lists of names apart: the
// share of pairs of a plain and an official name in which the plain one scores
// higher, which is the area under the curve.
func runNames(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("names", flag.ContinueOnError)
	flags.SetOutput(stderr)
	plainFile := flags.String("plain", "", "TSV `file:column` of plain names; columns count from 1, the header line is skipped (required)")
	officialFile := flags.String("official", "", "TSV `file:column` of official names (required)")
	kind := naming.Channel
	flags.TextVar(&kind, "kind", naming.Channel, "`kind` of name: channel, series, video or handle")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *plainFile == "" || *officialFile == "" || flags.NArg() > 0 {
		return errors.New("want -plain FILE:COLUMN -official FILE:COLUMN and no further arguments")
	}
	score, err := newScorer(kind)
	if err != nil {
		return err
	}
	plain, err := score.list(*plainFile, stderr)
	if err != nil {
		return fmt.Errorf("-plain: %w", err)
	}
	official, err := score.list(*officialFile, stderr)
	if err != nil {
		return fmt.Errorf("-official: %w", err)
	}
	auc := areaUnderCurve(plain, official)
	line, err := json.Marshal(struct {
		AUC      float64 `json:"auc"`
		Plain    int     `json:"plain"`
		Official int     `json:"official"`
	}{auc, len(plain), len(official)})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "A plain name scores higher than an official one in %.1f %% of all pairs (ties half).\n%s\n", 100*auc, line)
	return err
}

// beats is 1 when a is greater, 0 when b is, and a half on a tie.
func beats(a, b float64) float64 {
	switch {
	case a > b:
		return 1
	case a < b:
		return 0
	}
	return 0.5
}

// areaUnderCurve is the share of pairs (x, y) with x > y, ties half.
func areaUnderCurve(plain, official []int) float64 {
	sorted := slices.Sorted(slices.Values(official))
	sum := 0.0
	for _, x := range plain {
		below, _ := slices.BinarySearch(sorted, x)
		upTo, _ := slices.BinarySearch(sorted, x+1)
		sum += float64(below) + float64(upTo-below)/2
	}
	return sum / (float64(len(plain)) * float64(len(official)))
}

// scorer checks each name once.
type scorer struct {
	checker *naming.Checker
	kind    naming.Kind
	seen    map[string]naming.Report
}

func newScorer(kind naming.Kind) (*scorer, error) {
	c, err := naming.New(naming.Options{Language: "de"})
	return &scorer{c, kind, map[string]naming.Report{}}, err
}

func (s *scorer) report(text string) (naming.Report, error) {
	if r, ok := s.seen[text]; ok {
		return r, nil
	}
	r, err := s.checker.Check(naming.Name{Text: text, Kind: s.kind})
	if err == nil {
		s.seen[text] = r
	}
	return r, err
}

// list scores the names of one column, given as FILE:COLUMN.
func (s *scorer) list(place string, stderr io.Writer) ([]int, error) {
	at := strings.LastIndexByte(place, ':')
	if at < 1 {
		return nil, fmt.Errorf("%q: want FILE:COLUMN, such as names.tsv:2", place)
	}
	column, err := strconv.Atoi(place[at+1:])
	if err != nil || column < 1 || column > 1000 {
		return nil, fmt.Errorf("%q: want the number of a column from 1 behind the colon", place)
	}
	rows, err := readColumns(place[:at], stderr, column)
	if err != nil {
		return nil, err
	}
	scores := make([]int, len(rows))
	for i, row := range rows {
		r, err := s.report(row.cells[0])
		if err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", place[:at], row.line, err)
		}
		scores[i] = r.Score
	}
	return scores, nil
}

// cellRow holds the wanted cells of one line.
type cellRow struct {
	line  int
	cells []string
}

// readColumns reads columns, counted from 1, of tab-separated lines below a
// header. Quotes have no meaning in it: names carry them. A "-" says that there
// is no name: such lines are left out, and how many is told on stderr.
func readColumns(name string, stderr io.Writer, columns ...int) ([]cellRow, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	var rows []cellRow
	none := 0
	scanner := bufio.NewScanner(file)
	scanner.Buffer(nil, 1<<20)
	for line := 1; scanner.Scan(); line++ {
		text := strings.TrimSuffix(scanner.Text(), "\r")
		if line == 1 || strings.TrimSpace(text) == "" {
			continue
		}
		fields := strings.Split(text, "\t")
		row := cellRow{line: line}
		missing := false
		for _, c := range columns {
			if c > len(fields) || strings.TrimSpace(fields[c-1]) == "" {
				return nil, fmt.Errorf("%s: line %d: column %d is missing or empty: want a name", name, line, c)
			}
			row.cells = append(row.cells, strings.TrimSpace(fields[c-1]))
			missing = missing || strings.TrimSpace(fields[c-1]) == "-"
		}
		if missing {
			none++
			continue
		}
		rows = append(rows, row)
	}
	if none > 0 {
		fmt.Fprintf(stderr, "%s: %d lines without a name are left out\n", name, none)
	}
	if err := scanner.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("%s: no names: want at least one line below the header", name)
	}
	return rows, nil
}
