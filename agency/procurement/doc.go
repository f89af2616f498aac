// Package procurement estimates the value of a contract with an agency and
// names the procedure that a German public buyer will likely need, from a
// dated table of limits with source and certainty.
//
// The value is net of VAT and counts the whole planned duration with all
// options and lots ([Contract]). [Likely] answers for a buyer, a day and a
// value; where the research found no rule that could be cited, the answer is
// [Unknown] and the buyer has to ask. The table was collected on 21 November
// 2026 and answers for 2024 to 2027; outside, everything is unknown. Nothing
// here is legal advice.
package procurement
