"""For whoever reviews a proposal: what it will do to the site, and what needs a look."""
