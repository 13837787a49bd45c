"""Pages as values: what each page shows, ready and sorted, without any HTML of its own."""
