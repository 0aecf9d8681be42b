"""The claims of one incident in; ranges, independent origins, a grade and contradictions out."""
