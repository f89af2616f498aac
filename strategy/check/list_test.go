package check

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestListSaysAllProblemsInOrderOfPlace(t *testing.T) {
	var l List
	l.Add("/bands/10/from", ErrRange, -1, "an age from 0 to 120")
	l.Between("/bands/9/share", 1.5, 0, 1, "a share from 0 to 1")
	l.Finite("/budget", math.NaN())
	l.NotEmpty("/name", " ", "the name of the body")
	l.Positive("/team/hours", 0, "hours above 0")
	l.Add("", ErrConflict, None, "one of the two")
	err := l.Err()
	assert.EqualError(t, err, `contradicts another: want one of the two
/bands/9/share: 1.5 is out of range: want a share from 0 to 1
/bands/10/from: -1 is out of range: want an age from 0 to 120
/budget: NaN is not finite: want a finite number
/name: " " is required: want the name of the body
/team/hours: 0 is out of range: want hours above 0`)
	for _, kind := range []error{ErrConflict, ErrRange, ErrFinite, ErrRequired} {
		require.ErrorIs(t, err, kind)
	}
	require.NotErrorIs(t, err, ErrDuplicate)
	var p Problem
	require.ErrorAs(t, err, &p)
	assert.Empty(t, p.Path)
}

func TestListAccepts(t *testing.T) {
	var l List
	assert.True(t, l.Between("/x", 0, 0, 1, ""), "the lower end belongs to the range")
	assert.True(t, l.Between("/x", 1, 0, 1, ""), "the upper end belongs to the range")
	assert.True(t, l.Positive("/x", math.SmallestNonzeroFloat64, ""))
	assert.True(t, l.Finite("/x", -math.MaxFloat64))
	assert.True(t, l.NotEmpty("/x", "a", ""))
	require.NoError(t, l.Err())
	assert.False(t, l.Between("/x", math.Inf(1), 0, math.Inf(1), ""), "an infinity is in no range")
	assert.False(t, l.Positive("/x", math.Inf(1), ""))
}

func TestListShowsAHundredAndCountsTheRest(t *testing.T) {
	var l List
	for i := range 10_000 {
		l.Add(Pointer("channels", i), ErrRequired, None, "a name")
	}
	ps, ok := errors.AsType[*Problems](l.Err())
	require.True(t, ok)
	assert.Len(t, ps.All(), Shown)
	assert.Equal(t, 10_000-Shown, ps.More())
	assert.Equal(t, "/channels/99", ps.All()[Shown-1].Path)
	assert.Contains(t, ps.Error(), "and 9900 more problems")

	var outer List
	outer.Merge("/brief", ps)
	merged, _ := errors.AsType[*Problems](outer.Err())
	assert.Equal(t, 10_000-Shown, merged.More(), "what was left out below stays counted")
	assert.Equal(t, "/brief/channels/0", merged.All()[0].Path)
}

func TestMergePlacesErrorsOfAnyKind(t *testing.T) {
	var l List
	l.Merge("/a", nil)
	require.NoError(t, l.Err())
	l.Merge("/a", Problem{Path: "/b", Kind: ErrOrder, Want: "x"})
	l.Merge("/c", fmt.Errorf("wrapped: %w", Problem{Kind: ErrType}))
	l.Merge("/d", errors.ErrUnsupported)
	assert.EqualError(t, l.Err(), "/a/b: is out of order: want x\n/c: is of another type\n/d: unsupported operation")
	require.ErrorIs(t, l.Err(), errors.ErrUnsupported)
}

func TestOrderDoesNotDependOnArrival(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		paths := rapid.SliceOfN(rapid.SampledFrom([]string{"", "/a", "/a/2", "/a/10", "/a/x", "/b~1c", "/b/0", "/01", "/1"}), 1, 20).Draw(t, "paths")
		var forward, shuffled List
		for _, p := range paths {
			forward.Add(p, ErrRange, None, "x")
		}
		for _, p := range rapid.Permutation(paths).Draw(t, "order") {
			shuffled.Add(p, ErrRange, None, "x")
		}
		if forward.Err().Error() != shuffled.Err().Error() {
			t.Fatalf("order of arrival shows:\n%v\n%v", forward.Err(), shuffled.Err())
		}
	})
}

func TestPointerEscapes(t *testing.T) {
	// RFC 6901, section 5: "a/b" is /a~1b, "m~n" is /m~0n.
	assert.Equal(t, "/a~1b/m~0n/0", Pointer("a/b", "m~n", 0))
	assert.Empty(t, Pointer())
}

func TestLongValuesAreCutBetweenRunes(t *testing.T) {
	p := Problem{Value: quote("ä" + string(make([]byte, 100))), Kind: ErrSyntax}
	assert.Less(t, len(p.Error()), 400)
	long := quote("x" + "ä" + "äääääääääääääääääääääääääääääääääääääääääääää")
	assert.NotContains(t, long, "\\x", "no half rune")
}
