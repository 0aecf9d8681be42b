"""One incident with its claims, reports and copies in, its sheet out: matrix, chain diagram, revisions and quotes."""
