package examples

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/hochkant/hochkant"

// library holds every package below the fixed top level, by its path in the
// module, with its test files.
type library map[string]*doc.Package

func readLibrary(t *testing.T) (library, map[string][]string) {
	t.Helper()
	packages, imports := library{}, map[string][]string{}
	for _, top := range []string{"strategy", "cadence", "audience", "agency"} {
		err := filepath.WalkDir(filepath.Join("..", top), func(dir string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() {
				return err
			}
			if d.Name() == "testdata" {
				return filepath.SkipDir
			}
			path := filepath.ToSlash(strings.TrimPrefix(dir, ".."+string(filepath.Separator)))
			p, used := readPackage(t, dir, path)
			if p != nil {
				packages[path], imports[path] = p, used
			}
			return nil
		})
		require.NoError(t, err)
	}
	return packages, imports
}

func readPackage(t *testing.T, dir, path string) (*doc.Package, []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	fset := token.NewFileSet()
	var files []*ast.File
	var used []string
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") {
			continue
		}
		f, err := parser.ParseFile(fset, filepath.Join(dir, e.Name()), nil, parser.ParseComments)
		require.NoError(t, err)
		files = append(files, f)
		if strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		for _, i := range f.Imports {
			p, err := strconv.Unquote(i.Path.Value)
			require.NoError(t, err)
			used = append(used, p)
		}
	}
	if files == nil {
		return nil, nil
	}
	p, err := doc.NewFromFiles(fset, files, module+"/"+path)
	require.NoError(t, err, dir)
	slices.Sort(used)
	return p, slices.Compact(used)
}

// TestEveryExportedSymbolIsDocumented: go doc alone must be enough to use the library.
func TestEveryExportedSymbolIsDocumented(t *testing.T) {
	packages, _ := readLibrary(t)
	require.NotEmpty(t, packages)
	for path, p := range packages {
		assert.NotEmpty(t, p.Doc, "package %s has no comment", path)
		values := func(where string, list []*doc.Value) {
			for _, v := range list {
				for _, spec := range v.Decl.Specs {
					s := spec.(*ast.ValueSpec)
					if s.Names[0].IsExported() && v.Doc == "" && s.Doc == nil && s.Comment == nil {
						t.Errorf("%s: %s %s has no comment", path, where, s.Names[0])
					}
				}
			}
		}
		funcs := func(list []*doc.Func) {
			for _, f := range list {
				if f.Doc == "" {
					t.Errorf("%s: func %s has no comment", path, f.Name)
				}
			}
		}
		values("value", p.Consts)
		values("value", p.Vars)
		funcs(p.Funcs)
		for _, typ := range p.Types {
			assert.NotEmpty(t, typ.Doc, "%s: type %s has no comment", path, typ.Name)
			values(typ.Name, typ.Consts)
			values(typ.Name, typ.Vars)
			funcs(typ.Funcs)
			funcs(typ.Methods)
		}
	}
}

// TestEveryMainFunctionHasAnExample: each exported function has an Example
// whose output go test compares, and so has each type that is made by a
// function or has methods beyond its text form; one Example may show a type
// and its constructors together.
func TestEveryMainFunctionHasAnExample(t *testing.T) {
	packages, _ := readLibrary(t)
	for path, p := range packages {
		shown := 0
		count := func(name string, examples []*doc.Example) int {
			for _, e := range examples {
				if e.Output == "" && !e.EmptyOutput {
					t.Errorf("%s: an Example of %s has no output", path, name)
				}
			}
			shown += len(examples)
			return len(examples)
		}
		count("the package", p.Examples)
		for _, f := range p.Funcs {
			if count(f.Name, f.Examples) == 0 {
				t.Errorf("%s: func %s has no Example", path, f.Name)
			}
		}
		for _, typ := range p.Types {
			family := count(typ.Name, typ.Examples)
			for _, f := range slices.Concat(typ.Funcs, typ.Methods) {
				family += count(typ.Name+"."+f.Name, f.Examples)
			}
			if family == 0 && (len(typ.Funcs) > 0 || hasOwnMethods(typ)) {
				t.Errorf("%s: type %s and its functions have no Example", path, typ.Name)
			}
		}
		assert.Positive(t, shown, "package %s shows no Example", path)
	}
}

// textMethods say a value as text; an Example of them would show nothing.
var textMethods = []string{
	"String", "MarshalText", "UnmarshalText", "AppendText", "MarshalJSON", "UnmarshalJSON", "Error", "Unwrap", "Valid", "IsValid", "Validate",
}

func hasOwnMethods(typ *doc.Type) bool {
	return slices.ContainsFunc(typ.Methods, func(m *doc.Func) bool { return !slices.Contains(textMethods, m.Name) })
}

// allowed says which packages of ours a package may import: the
// leaves import each other downwards only, domain packages never one another,
// the mathematics nothing of policy, and strategy combines them.
func allowed(from, to string) bool {
	leaves := []string{"strategy/check", "strategy/measure", "strategy/reason", "strategy/platform"} // lowest first
	if at := slices.Index(leaves, from); at >= 0 {
		return slices.Index(leaves[:at], to) >= 0
	}
	if slices.Contains(leaves, to) {
		return true
	}
	switch domain(from) {
	case "strategy":
		return true
	case "strategy/portfolio":
		return domain(to) == "audience"
	case "strategy/alliance":
		return domain(to) == "audience" || domain(to) == "cadence" || domain(to) == "agency"
	default: // audience, cadence, agency, strategy/naming keep to themselves, and a leaf of theirs never asks the package above
		mathematics := []string{"audience/reach", "cadence/liveness", "cadence/rhythm", "agency/mcda"}
		return domain(to) == domain(from) && !slices.Contains(mathematics, from)
	}
}

// domain is the package that gives a meaning: the first part of the path, and below
// strategy the first two.
func domain(path string) string {
	parts := strings.Split(path, "/")
	if parts[0] == "strategy" && len(parts) > 1 {
		return strings.Join(parts[:2], "/")
	}
	return parts[0]
}

func TestDependenciesPointOneWay(t *testing.T) {
	_, imports := readLibrary(t)
	for from, list := range imports {
		for _, path := range list {
			if to, ours := strings.CutPrefix(path, module+"/"); ours && !allowed(from, to) {
				t.Errorf("%s imports %s", from, to)
			}
		}
	}
}

// TestTheRuleItself keeps the rule from accepting everything.
func TestTheRuleItself(t *testing.T) {
	for _, no := range [][2]string{
		{"audience", "cadence"},
		{"cadence", "agency"},
		{"strategy/naming", "audience"},
		{"audience", "strategy"},
		{"strategy/check", "strategy/measure"},
		{"strategy/portfolio", "cadence"},
		{"audience/reach", "audience"},
		{"agency/mcda", "agency"},
		{"strategy/alliance", "strategy/portfolio"},
		{"strategy/platform", "audience"},
	} {
		assert.False(t, allowed(no[0], no[1]), "%s must not import %s", no[0], no[1])
	}
	for _, yes := range [][2]string{
		{"strategy", "audience"},
		{"strategy", "strategy/naming"},
		{"audience/germany", "audience"},
		{"audience", "audience/reach"},
		{"strategy/alliance", "cadence/rhythm"},
		{"strategy/reason", "strategy/check"},
		{"agency/mcda", "strategy/check"},
	} {
		assert.True(t, allowed(yes[0], yes[1]), "%s may import %s", yes[0], yes[1])
	}
}

// outside are the imports by which a library would reach outside or keep state.
var outside = []string{"os", "net", "net/http", "log", "log/slog", "io/ioutil", "os/exec", "sync/atomic", "unsafe", "math/rand"}

// TestTheLibraryIsPure: files, network, logging and shared state stay out, and
// what tests import never gets in. The one use of sync is the built-in lexicon,
// a value that never changes and is read once.
func TestTheLibraryIsPure(t *testing.T) {
	_, imports := readLibrary(t)
	for from, list := range imports {
		for _, path := range list {
			if slices.Contains(outside, path) {
				t.Errorf("%s imports %s", from, path)
			}
			for _, testsOnly := range []string{"github.com/stretchr/", "pgregory.net/", "github.com/arran4/"} {
				if strings.HasPrefix(path, testsOnly) {
					t.Errorf("%s imports %s outside its tests", from, path)
				}
			}
		}
	}
	for from, list := range imports {
		assert.Equal(t, from == "strategy/naming", slices.Contains(list, "sync"), "sync in %s", from)
	}
	assert.NotContains(t, imports["cadence"], "github.com/teambition/rrule-go", "a consumer of cadence compiles no calendar")
}
