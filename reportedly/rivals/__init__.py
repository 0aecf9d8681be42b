"""Another dataset's file and a ledger's incidents in, what matches, what is missing and what is extra out."""
