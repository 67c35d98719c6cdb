#!/bin/bash
# Make a data folder out of a backup. The folder must be new, or only hold backups.
set -eu
umask 077
cd "$(dirname "$0")/.."
var=$(realpath -m "${WILMA_VAR:-var}")

fail() { echo "Nothing restored: $*" >&2; exit 1; }

[ -n "${1:-}" ] || fail "say from where, as make restore FROM=var/backups/20261124T120000"
from=$(realpath -m "$1")
for part in filestorage blobstorage secrets/admin wilma.json; do
  [ -e "$from/$part" ] || fail "$from is no backup, it lacks $part."
done
for part in filestorage/Data.fs wilma.json; do
  [ ! -e "$var/$part" ] || fail "$var holds data. Move it away first, or name another WILMA_VAR."
done
mkdir -p "$var/filestorage"
rm -rf "$var/blobstorage" "$var/secrets"
bin/wilma-python -m ZODB.scripts.repozo -- -R -r "$from/filestorage" -o "$var/filestorage/Data.fs"
cp -a "$from/blobstorage" "$from/secrets" "$var/"
# Last: without it the folder counts as not whole.
cp -a "$from/wilma.json" "$var/"
echo "Restored $from to $var. Now: make start WILMA_VAR=$var"
