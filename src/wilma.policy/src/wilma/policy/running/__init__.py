"""How a WiLMA runs: start and stop, checks before it, what the processes are, health and readiness.

`settings`, `var`, `checks` use the standard library alone: they run before anything is built.
"""
