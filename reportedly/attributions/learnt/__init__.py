"""Pages, the drafts of the rules and trained weights in, corrected drafts out; and gold marks in, weights out."""
