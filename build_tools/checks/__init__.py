"""Checks of content before the build and of the finished site after it."""
