"""Run wilma.policy.running.checks before anything is built: the standard library is enough."""

from pathlib import Path

import runpy
import sys
import types


home = Path(__file__).resolve().parent.parent
# An empty stand-in for the package, whose own __init__ wants Zope; `running` lies below it.
package = types.ModuleType("wilma.policy")
package.__path__ = [str(home / "src/wilma.policy/src/wilma/policy")]
sys.modules["wilma.policy"] = package
sys.path.insert(0, str(home / "src/wilma.policy/src"))
runpy.run_module("wilma.policy.running.checks", run_name="__main__", alter_sys=True)
