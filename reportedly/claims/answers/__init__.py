"""The claims of one report in, those that only answer them (deny, confirm, say who did it or whom it befell) out."""
