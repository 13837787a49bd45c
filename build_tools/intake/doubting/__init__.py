"""Places in a draft an editor should look at; each module knows one kind of slip."""
