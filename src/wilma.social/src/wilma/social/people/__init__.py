"""Profiles: who somebody is, what they do, and whom to ask about what."""
