"""The drafts of one report's claims in, the claims out, each with what it takes over from the others of its story."""
