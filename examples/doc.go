// Package examples holds what is true of the whole library and no single
// package can test: that everything exported is documented and shown, and that the
// dependencies point one way. The programs are in the folders below.
package examples
