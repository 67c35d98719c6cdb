"""The ZEO server, which never gives out an object id twice.

A client keeps up to 100 ids in reserve, also over a reconnect; a restarted FileStorage counts on
from the highest *stored* id and would give the reserved ones to others (seen: ValueError "A
different object already has the same oid"). So each start begins beyond all ids of earlier runs.
"""

from pathlib import Path
from ZEO import runzeo
from ZODB.utils import p64
from ZODB.utils import u64


# More than one run ever gives out; 2**63 ids allow for 2**39 starts.
STEP = 1 << 24


class Server(runzeo.ZEOServer):
    """ZEO's own server with the ids moved on before it listens."""

    def open_storages(self) -> None:
        super().open_storages()
        for storage in self.storages.values():
            storage.set_max_oid(_next_start(storage))


def _next_start(storage) -> bytes:
    # The file counts too: a run may have given out ids and stored none of them.
    file = Path(f"{storage.getName()}.oid")
    last = int(file.read_text()) if file.exists() else 0
    start = max(last, u64(storage._oid)) + STEP
    part = file.with_suffix(".part")
    part.write_text(str(start))
    part.replace(file)
    return p64(start)


def main() -> None:
    options = runzeo.ZEOOptions()
    options.realize(None)
    Server(options).main()


if __name__ == "__main__":
    main()
