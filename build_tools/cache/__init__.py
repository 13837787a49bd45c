"""What was made once and need not be made again, kept by the hash of all it was made from.

Deleting the folder costs time and nothing else.
"""
