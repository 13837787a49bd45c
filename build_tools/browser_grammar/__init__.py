"""Python modules of patterns and plain values, written anew as one module for the browser."""
