"""Commands that make the product's data files from published sources. They are for makers, not part of the product."""
