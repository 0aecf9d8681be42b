"""The quality gate: invented reports with inline marks, and floors under which no change may fall."""
