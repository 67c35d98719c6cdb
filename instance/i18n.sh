#!/bin/bash
# Collect the words for people into the .pot files and bring the .po files up to date. With --check,
# change nothing and only tell whether every word has its German text.
set -eu
cd "$(dirname "$0")/.."
home=$PWD
bin=$home/.venv/bin

for package in src/*/src/wilma/*/; do
  cd "$home/$package"
  pot=locales/wilma.pot
  [ "${1:-}" != --check ] || pot=$home/.build/wilma.pot
  "$bin/i18ndude" rebuild-pot --pot "$pot" --exclude "demo" --create wilma . > /dev/null
  [ "${1:-}" = --check ] || "$bin/i18ndude" sync --pot "$pot" locales/*/LC_MESSAGES/wilma.po
  "$bin/python" "$home/instance/untranslated.py" "$pot" locales/de/LC_MESSAGES/wilma.po
done
