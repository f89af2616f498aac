package examples

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestEveryStatementHasALivingTest reads the table of examples/README.md: all
// statements of the five documents are there once, and every test they name exists.
func TestEveryStatementHasALivingTest(t *testing.T) {
	text, err := os.ReadFile("README.md")
	require.NoError(t, err)
	row := regexp.MustCompile(`(?m)^\| ([KSCFA]\d+) \| (.+) \| (.+) \| (.+) \|$`)
	named := regexp.MustCompile("`([^`]+)`")
	seen := map[string]bool{}
	for _, m := range row.FindAllStringSubmatch(string(text), -1) {
		id, tests := m[1], named.FindAllStringSubmatch(m[4], -1)
		assert.False(t, seen[id], "%s stands twice", id)
		seen[id] = true
		assert.NotEmpty(t, tests, "%s names no test", id)
		for _, test := range tests {
			dir, name, found := strings.Cut(test[1], ":")
			require.True(t, found, "%s: %q is not package:Test", id, test[1])
			name, part, _ := strings.Cut(name, "/")
			assert.True(t, hasTest(t, filepath.Join("..", dir), name, part), "%s: %s does not exist", id, test[1])
		}
	}
	for letter, n := range map[string]int{"K": 9, "S": 8, "C": 14, "F": 20, "A": 5} {
		for i := range n {
			id := fmt.Sprint(letter, i+1)
			assert.True(t, seen[id], "%s has no row", id)
			delete(seen, id)
		}
	}
	assert.Empty(t, seen, "rows without a statement")
}

// hasTest reports whether a package has a test function of that name, in a
// file where the part, if any, stands in quotes.
func hasTest(t *testing.T, dir, name, part string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
	require.NoError(t, err)
	declared := regexp.MustCompile(`(?m)^func ` + name + `\(`)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		if declared.Match(data) {
			return part == "" || strings.Contains(string(data), `"`+part+`"`)
		}
	}
	return false
}
