"""The routes of the desk, a module for each kind: each makes a router for a desk."""
