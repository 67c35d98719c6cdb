"""Uploads: which files may be stored, decided by what is in them, not by their name."""
