"""The bin: what was deleted is out of the site at once, and can be put back for 30 days."""
