"""Upgrade steps: one folder per version, vYYYYMMDDNNN, each with its ZCML."""
