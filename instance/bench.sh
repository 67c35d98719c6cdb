#!/bin/bash
# `make bench`: build if needed, then measure two cities. They lie in var/bench and are kept.
set -eu
WILMA_HOME=$(cd "$(dirname "$0")/.." && pwd)
export WILMA_HOME
cd "$WILMA_HOME"
instance/build.sh
. instance/debian.sh
export TZ=${TZ:-CET-1CEST,M3.5.0,M10.5.0/3}
exec bin/wilma-python -m wilma.policy.bench
