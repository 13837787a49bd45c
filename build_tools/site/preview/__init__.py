"""``kho serve``: the site as it would be, a moment after each save, with its problems on it."""
