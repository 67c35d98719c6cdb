"""Write versions.cfg out of a tried environment: every installed package with its true name.

.venv/bin/python instance/make_versions.py > versions.cfg
"""

from importlib.metadata import distributions


HEAD = """\
# Every package WiLMA is built with. Made by instance/make_versions.py out of a tried
# environment (Python 3.11, instance/requirements.in); change it there.
[versions]"""


def main() -> None:
    pins = {found.metadata["Name"]: found.version for found in distributions()}
    print(HEAD)
    for name in sorted(pins, key=str.lower):
        if not name.startswith("wilma."):
            print(f"{name} = {pins[name]}")


if __name__ == "__main__":
    main()
