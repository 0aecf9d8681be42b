"""Incidents of a ledger as columns of numbers: what is wanted in; rows, timeline, map cells and counts out.

Nothing is imported here: the records of the room are needed by programs that never lay a column out.
"""
