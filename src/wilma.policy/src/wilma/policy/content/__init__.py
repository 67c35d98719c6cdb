"""Content types: what an editor writes, and the fields that several types share."""
