"""The mail catcher: every message it gets becomes a file (RFC 5322), nothing is sent on."""

from aiosmtpd.controller import UnthreadedController
from pathlib import Path

import asyncio
import os
import signal
import sys
import time
import uuid


class ToFile:
    """A handler of aiosmtpd. A reader of the folder never sees half a message."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def handle_DATA(self, server, session, envelope) -> str:
        name = f"{time.time():.6f}-{uuid.uuid4().hex[:8]}.eml"
        head = f"X-Envelope-From: {envelope.mail_from}\r\n"
        head += f"X-Envelope-To: {', '.join(envelope.rcpt_tos)}\r\n"
        part = self.folder / f".{name}"
        part.write_bytes(head.encode() + envelope.original_content)
        part.rename(self.folder / name)
        return "250 OK"


def serve(port: int, folder: Path) -> None:
    """Catch mail on this port of loopback until the process is told to end."""
    loop = asyncio.new_event_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, loop.stop)
    controller = UnthreadedController(
        ToFile(folder), hostname="127.0.0.1", port=port, loop=loop, enable_SMTPUTF8=True
    )
    controller.begin()
    loop.run_forever()
    controller.end()


if __name__ == "__main__":
    os.umask(0o077)
    serve(int(sys.argv[1]), Path(sys.argv[2]))
