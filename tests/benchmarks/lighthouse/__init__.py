"""Lighthouse over the built sites behind nginx."""
