"""From pages to a published site: compose, index, verify, and one rename."""
