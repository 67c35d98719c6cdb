"""Upgrade steps, one folder per profile version."""
