#!/bin/bash
# Collect the words for people into the .pot files and bring the .po files up to date; with --check,
# only tell whether every word has its German text.
set -eu
cd "$(dirname "$0")/.."
tool=.venv/bin/i18ndude

if [ "${1:-}" != --check ]; then
  for package in src/wilma.policy/src/wilma/policy src/wilma.theme/src/wilma/theme; do
    (
      cd "$package"
      "$OLDPWD/$tool" rebuild-pot --pot locales/wilma.pot --exclude "demo" --create wilma . > /dev/null
      "$OLDPWD/$tool" sync --pot locales/wilma.pot locales/*/LC_MESSAGES/wilma.po
    )
  done
fi
.venv/bin/python - src/*/src/wilma/*/locales/*/LC_MESSAGES/wilma.po <<'END'
from babel.messages.pofile import read_po

import sys


missing = 0
for path in sys.argv[1:]:
    with open(path, "rb") as stream:
        for message in read_po(stream):
            if message.id and not message.string:
                print(f"{path}: no translation of {message.id!r}", file=sys.stderr)
                missing += 1
sys.exit(bool(missing))
END
