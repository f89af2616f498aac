package main

import (
	"testing"

	"github.com/hochkant/hochkant/examples/internal/casetest"
)

func TestCase(t *testing.T) { casetest.Case(t, kassel(), 120) }
