"""Full-text search: what is indexed, and the browser module that asks the index."""
