// Package insights reads what platforms and tools export about a channel and
// turns it into [audience.Video] records and daily series.
//
// [Read] recognises a file by its header: TikTok Studio (seven files), TikTok
// business account (three), TikTok "download your data", Display and Research
// API answers, yt-dlp, YouTube Studio in English and German, Meta Business
// Suite posts and metrics. It takes UTF-8 and UTF-16, comma, semicolon and tab,
// and byte order marks as the tools write them.
//
// Reading is strict and repairs nothing: a file that Excel has mangled, a date
// that could be two days, a number that could be two numbers are refused with
// the line and the reason. What an export does not know ("undefined", "NAN",
// "--", empty) is unknown and never 0. Columns the reader does not know are
// named in the result, and so is what a reader of the figures must know: that
// TikTok Studio lists the best posts only, that a web page rounds its counts.
//
// The sample files in testdata are invented; their shapes are those of real
// exports of 2025 and 2026.
package insights
