"""The desk: a ledger in a browser. One page, an API in JSON, and a guard in front of both.

The room is a face: it asks the ledger and decides nothing. FastAPI and uvicorn are imported here alone.
"""
