#!/bin/bash
# `make test`: build if needed, find a browser, run every test. Arguments go to pytest.
set -eu
cd "$(dirname "$0")/.."

instance/build.sh
. instance/debian.sh

if [ -z "${CHROMIUM:-}" ]; then
  CHROMIUM=$(command -v chromium chromium-browser google-chrome | head -1 || true)
fi
if [ -z "$CHROMIUM" ]; then
  root=()
  [ "$(id -u)" = 0 ] || root=(sudo -n)
  echo "WiLMA $(date +%T)  Chromium for the browser tests ..."
  if ! { "${root[@]}" apt-get -q update && "${root[@]}" apt-get -q install -y --no-install-recommends chromium; } \
    > .build/chromium.log 2>&1; then
    echo "The tests need a browser. Please run: sudo apt-get install chromium (or set CHROMIUM=)" >&2
    exit 1
  fi
  CHROMIUM=$(command -v chromium)
fi
export CHROMIUM
# The translations (.po) are compiled when Zope starts.
export zope_i18n_compile_mo_files=true
exec bin/pytest "$@"
