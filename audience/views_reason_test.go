package audience

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/strategy/reason"
)

func TestReasonsOfTheViewModel(t *testing.T) {
	videos := weekly(t, 900, 1100, 1000, 950, 1050, 1000, 900, 1100, 2000, 2200, 2100, 2500, 2400, 2300)
	videos[0].Kind = Photo
	m := model(t, videos, ViewOptions{AsOf: videos[13].PublishedAt.AddDate(0, 0, 3)})
	said := map[string]string{}
	for _, r := range m.Reasons() {
		require.NoError(t, r.Verify())
		said[r.Code()] = r.In(reason.German)
	}
	assert.Equal(t, 13, m.Counted())
	assert.Contains(t, said["audience.views.passed-over"], "1 ohne Video")
	assert.Contains(t, said["audience.views.growing"], "Videos wachsen noch")
	assert.NotContains(t, said, "audience.views.prior")
}

func TestEveryInputSaysWhatToFindOut(t *testing.T) {
	seen := map[string]bool{}
	for i := LocalInput; i <= ViewsInput; i++ {
		de, en := i.clear("TikTok")
		assert.NotEmpty(t, de)
		assert.NotEmpty(t, en)
		assert.False(t, seen[de], "each input has its own words")
		seen[de] = true
	}
}

func TestAssociationSaysItsDirection(t *testing.T) {
	var up, down, none []float64
	for i := range 20 {
		up = append(up, float64(i))
		down = append(down, float64(-i))
		none = append(none, float64(i*7%20%11))
	}
	for _, c := range []struct {
		y    []float64
		want string
	}{{up, "haben in diesem Kanal auch mehr"}, {down, "eher weniger"}, {none, "weder klar mehr noch klar weniger"}} {
		a, ok := associate(CommentSignal, up, c.y)
		require.True(t, ok)
		assert.Contains(t, a.Reason.In(reason.German), c.want)
		assert.Contains(t, a.Reason.In(reason.German), "je Aufruf mehr Kommentare")
	}
}
