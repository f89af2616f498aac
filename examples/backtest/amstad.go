package main

import (
	"strings"
	"unicode"
)

// amstad is the Flesch reading ease in the German form of Toni Amstad (1978):
// 180 - words per sentence - 58.5 x syllables per word. It is a baseline here
// and nothing else: on names of one to six words it says little.
func amstad(text string) float64 {
	words, sentences, nuclei := 0, 0, 0
	for w := range strings.FieldsSeq(text) {
		if !strings.ContainsFunc(w, unicode.IsLetter) {
			continue
		}
		words++
		nuclei += max(syllables(w), 1)
		if strings.HasSuffix(w, ".") || strings.HasSuffix(w, "!") || strings.HasSuffix(w, "?") {
			sentences++
		}
	}
	if words == 0 {
		return 0
	}
	if last := strings.TrimSpace(text); !strings.ContainsAny(last[len(last)-1:], ".!?") {
		sentences++
	}
	return amstadFormula(float64(words)/float64(max(sentences, 1)), float64(nuclei)/float64(words))
}

func amstadFormula(wordsPerSentence, syllablesPerWord float64) float64 {
	return 180 - wordsPerSentence - 58.5*syllablesPerWord
}

// diphthongs are two letters that are heard as one vowel.
var diphthongs = [...]string{"ei", "ai", "eu", "äu", "au", "ie", "oi", "ee", "aa", "oo", "ey", "ay"}

// syllables counts the vowels of a German word, a diphthong as one (the rule
// that LanguageTool uses, without a dictionary).
func syllables(w string) int {
	runes := []rune(strings.ToLower(w))
	n := 0
	for i := 0; i < len(runes); i++ {
		if !strings.ContainsRune("aeiouyäöü", runes[i]) {
			continue
		}
		n++
		if i+1 < len(runes) {
			for _, d := range diphthongs {
				if string(runes[i:i+2]) == d {
					i++
					break
				}
			}
		}
	}
	return n
}
