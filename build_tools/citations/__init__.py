"""Citations (viện dẫn): recognising their spans, and resolving what each one means."""
