#!/bin/bash
# `make start`: refuse what cannot work, build if needed, then run in the foreground.
set -eu
WILMA_HOME=$(cd "$(dirname "$0")/.." && pwd)
export WILMA_HOME
cd "$WILMA_HOME"

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null || {
  echo "WiLMA does not start: it needs Python 3.11 or newer as python3." >&2
  exit 1
}
python3 instance/check.py
instance/build.sh
. instance/debian.sh
# Dates without a zone of their own are shown in the zone of the process; this says it for Central
# Europe without the zone files, which a small machine lacks.
export TZ=${TZ:-CET-1CEST,M3.5.0,M10.5.0/3}
# It ends with what started it, even if that is killed.
exec setpriv --pdeathsig TERM bin/wilma-python -m wilma.policy.running.start
