"""What is addressed to a person, and what concerns everybody."""
