"""Readers' pages: start page, sections, items, search, log in, errors. All lean."""
