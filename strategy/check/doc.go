// Package check says what is wrong with an input, all of it at once and each
// problem with its place.
//
// A [List] collects [Problem] values while an input is looked at; [List.Err]
// turns them into one error in a stable order. Every problem names its place
// as a JSON Pointer (RFC 6901), quotes the value and says what is accepted:
//
//	/team/hours: -3 is out of range: want hours a week from 0 to 168
//
// [Decode] reads JSON strictly: what encoding/json lets pass in silence
// (unknown keys, keys in another case, duplicate keys, null, missing fields,
// trailing data) is a problem here, because a figure that silently became 0
// would be a wrong answer later.
//
// The package knows nothing of short video and imports nothing of the project.
package check
