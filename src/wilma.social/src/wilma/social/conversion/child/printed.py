"""LibreOffice on standard input: `document.pdf` in the working folder.

LibreOffice is large, and a document may name files of the machine to be shown in it. So bubblewrap
shows it programs and fonts, the working folder, and nothing else: no data, no network.
"""

from wilma.social.conversion.child import isolation
from wilma.social.conversion.limits import PRINT_CPU_SECONDS
from wilma.social.conversion.limits import PRINT_MEMORY
from wilma.social.conversion.limits import PRINT_OUTPUT

import os
import shutil
import sys


# What it may read. Debian's LibreOffice keeps its settings in /etc.
READABLE = (
    "/usr",
    "/bin",
    "/lib",
    "/lib64",
    "/etc/fonts",
    "/etc/ld.so.cache",
    "/etc/libreoffice",
    "/var/cache/fontconfig",
    "/var/lib/libreoffice",
)
WRAP = "--unshare-all --die-with-parent --new-session --clearenv --proc /proc --dev /dev"
PRINT = (
    "--headless --norestore -env:UserInstallation=file:///tmp/profile "
    "--convert-to pdf --outdir /place /place/document"
)


def main(bubblewrap: str, program: str) -> None:
    """Becomes bubblewrap, which becomes LibreOffice."""
    with open("document", "wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
    isolation.limit(PRINT_MEMORY, PRINT_CPU_SECONDS, PRINT_OUTPUT, files=1024)
    bound = [part for path in READABLE for part in ("--ro-bind-try", path, path)]
    place = ["--tmpfs", "/tmp", "--bind", os.getcwd(), "/place", "--chdir", "/place"]  # noqa: S108
    names = ["--setenv", "HOME", "/tmp", "--setenv", "PATH", "/usr/bin:/bin"]  # noqa: S108
    names += ["--setenv", "LANG", "C.UTF-8"]
    command = [bubblewrap, *WRAP.split(), *bound, *place, *names, program, *PRINT.split()]
    os.execv(bubblewrap, command)  # noqa: S606


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
