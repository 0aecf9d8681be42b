"""The frozen types of the domain. This package imports nothing else of ours."""
