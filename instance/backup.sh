#!/bin/bash
# A copy of a data folder from which WiLMA can start again, taken while it runs or while it does not.
#
#   instance/backup.sh TO        a new folder TO (default: WILMA_VAR/backups/TIME) with everything
#   instance/restore.sh FROM     the other way round
set -eu
umask 077
cd "$(dirname "$0")/.."
var=$(realpath -m "${WILMA_VAR:-var}")
to=$(realpath -m "${1:-$var/backups/$(date +%Y%m%dT%H%M%S)}")

fail() { echo "No backup: $*" >&2; exit 1; }

for part in filestorage/Data.fs blobstorage secrets/admin wilma.json; do
  [ -e "$var/$part" ] || fail "$var lacks $part."
done
[ ! -e "$to" ] || fail "$to is there already."
mkdir -p "$to.part/filestorage"
trap 'rm -rf "$to.part"' EXIT
# The database first: every file it names is in blobstorage then, and files never change.
bin/wilma-python -m ZODB.scripts.repozo -- -B -F -r "$to.part/filestorage" -f "$var/filestorage/Data.fs"
# Links cost no space; on another disk it becomes a copy.
how=-al
ln "$var/wilma.json" "$to.part/wilma.json" 2> /dev/null || how=-a
mkdir "$to.part/blobstorage"
for entry in "$var"/blobstorage/.layout "$var"/blobstorage/*; do
  # What lies in tmp is not stored yet, and may be gone in a moment.
  [ "${entry##*/}" = tmp ] || [ ! -e "$entry" ] || cp "$how" "$entry" "$to.part/blobstorage/"
done
rm -f "$to.part/wilma.json"
cp -a "$var/secrets" "$var/wilma.json" "$to.part/"
bin/wilma-python -m ZODB.scripts.repozo -- -V -r "$to.part/filestorage" || fail "the copy is not whole."
mv "$to.part" "$to"
trap - EXIT
echo "Backup: $to ($(du -sh "$to" | cut -f1))"
