"""Tests of the ledger, the one door."""
