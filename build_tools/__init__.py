"""kho: a static, searchable archive of quarterly reports (kho báo cáo)."""

__version__ = "0.1.0"
