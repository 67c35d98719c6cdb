#!/bin/bash
# Build what WiLMA runs with: Debian packages, .venv with every pinned package, the scripts in bin/.
# A stamp remembers what it was built from, so that a second call does nothing.
set -eu
cd "$(dirname "$0")/.."

say() { echo "WiLMA $(date +%T)  $*"; }

inputs() {
  pwd
  python3 -c 'import sys; print(sys.executable, sys.version)'
  cat versions.cfg buildout.cfg src/*/pyproject.toml instance/build.sh instance/debian.sh
}

stamp=.build/stamp
wanted=$(inputs | sha256sum)
if [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then exit 0; fi
mkdir -p .build
exec 9> .build/lock
flock -n 9 || { say "another build of this folder is running, waiting for it"; flock 9; }
if [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then exit 0; fi
rm -f "$stamp"

run() { # run TITLE COMMAND...: with its seconds; the whole output only if it fails
  local title=$1 start=$SECONDS
  shift
  say "$title ..."
  if ! "$@" > .build/log 2>&1; then
    tail -30 .build/log >&2
    say "$title failed; the whole output is in .build/log"
    exit 1
  fi
  say "$title: $((SECONDS - start)) s"
}

pin() { sed -n "s/^$1 = //p" versions.cfg; }

venv() {
  local pip=(.venv/bin/python -m pip)
  rm -rf .venv
  if python3 -c 'import ensurepip' 2> /dev/null; then
    python3 -m venv .venv
  else
    python3 -m venv --without-pip .venv
    pip=(.venv/bin/python "$(ls {.debian,}/usr/share/python-wheels/pip-*.whl 2> /dev/null | head -1)/pip")
  fi
  "${pip[@]}" install --quiet --disable-pip-version-check "uv==$(pin uv)"
}

packages() {
  sed -n '/^\[versions\]/,$s/^\([A-Za-z][^ ]*\) = \(.*\)/\1==\2/p' versions.cfg > .build/requirements.txt
  .venv/bin/uv pip install --no-deps --python .venv/bin/python -r .build/requirements.txt
}

run "Debian packages (nginx, libmagic)" instance/debian.sh get
run "Python environment" venv
run "$(grep -c ' = ' versions.cfg) Python packages" packages
# 0 means "no isolation": our packages are built with the pinned hatchling of .venv.
PIP_NO_BUILD_ISOLATION=0 run "Buildout (our packages, scripts in bin/)" .venv/bin/buildout -N
echo "$wanted" > "$stamp"
