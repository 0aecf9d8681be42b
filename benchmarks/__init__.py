"""Commands that measure: scores against published sets, speed against a peer in the same run."""
