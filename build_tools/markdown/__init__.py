"""The body of a report: parsed once into an outline, rendered once into markup."""
