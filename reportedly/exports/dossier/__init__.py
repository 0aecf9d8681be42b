"""Sheets in, a dossier to read and to print out: one HTML file that asks nothing of the network, or a PDF of it."""
