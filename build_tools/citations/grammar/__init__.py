"""The forms in which papers cite a document, one a module, each with real examples."""
