"""What is wrong in a report file and safe to mend without reading the paper: ``kho fix``."""
