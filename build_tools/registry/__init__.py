"""The editors' registry (danh mục): known directives, issuers, areas, the archive's name."""
