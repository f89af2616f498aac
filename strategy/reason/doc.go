// Package reason says why: a [Reason] is a code, the figures behind it, the
// sources, and a sentence in German and English that is made from those
// figures when it is asked for.
//
// A sentence is a template with named figures, the same figures in both
// languages, so that no number can stand in a text that is not in the data:
//
//	{kept} der letzten {of:Woche|Wochen} gehalten
//	{kept} of the last {of:week|weeks} kept
//
// {name} is the figure as its kind is written in the language (1.234,5 in
// German, 1,234.5 in English); {name:one|many} adds the word that fits the
// number; {name?one|many} is that word alone; {name.p50} is the middle of a
// range, whose {name} is the two ends.
//
// Numbers are formatted by golang.org/x/text/message with the tags de and en.
// The message catalog of that package is not used: its arguments have
// positions and no names, and a translator who turns two round would not see it.
package reason
