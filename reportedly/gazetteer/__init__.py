"""Where places are looked up: the embedded GeoNames towns, hand-written special places and files that users add."""
