"""Finding people and units while typing, in memory, on every instance."""
