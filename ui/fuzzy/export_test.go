package fuzzy

// Latin is the table of plain letters.
const Latin = latin
