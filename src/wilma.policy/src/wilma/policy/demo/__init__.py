"""The demo city: invented people and content of a city administration, to show and to test."""

from wilma.policy.demo.loading import load
from wilma.policy.demo.mark import is_demo


__all__ = ["is_demo", "load"]
