"""Reports about armed conflict in; a ledger of attributed claims and incidents out."""

__version__ = "0.1.0"
