"""The shell of every page: main template, top bar, rail, footer; and which pages are lean."""

from wilma.theme.shell.lean import is_lean
from wilma.theme.shell.lean import was_lean


__all__ = ["is_lean", "was_lean"]
