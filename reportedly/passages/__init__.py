"""Report → passages: headline, dateline, sentences, quotes; boilerplate marked, not deleted."""
