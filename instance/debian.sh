#!/bin/bash
# What WiLMA needs from Debian: nginx, and the library that tells a file's type by its content.
# Taken from the machine if it is there. Else the packages are unpacked into .debian/, which needs
# no root; else they are installed as root; else one line says what to type.
#
#   instance/debian.sh get   fetches what is missing
#   . instance/debian.sh     sets WILMA_NGINX, NGINX_MODULES, MIME_TYPES, and what finds libmagic

WILMA_HOME=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
DEBIAN=$WILMA_HOME/.debian
WANTED=(libmagic1 libmagic-mgc libbz2-1.0 liblzma5)
# The modules must be of the same build as nginx: those of the machine, or those that come with it.
[ -x /usr/sbin/nginx ] || WANTED+=(
  nginx nginx-common libnginx-mod-http-brotli-filter libnginx-mod-http-brotli-static
  libbrotli1 libpcre2-8-0 libssl3 zlib1g libcrypt1
)
# A machine without python3-venv has no pip; its wheel alone is enough to start.
python3 -c 'import ensurepip' 2>/dev/null || WANTED+=(python3-pip-whl)

missing() {
  local package
  for package in "${WANTED[@]}"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
      echo "$package"
  done
}

# Fetch with a private state of apt, so that nothing of the machine changes, and unpack.
unpack() {
  local part=$WILMA_HOME/.build/debian state options
  state=$part/state
  rm -rf "$part"
  mkdir -p "$state"/{lists/partial,archives/partial,parts} || return
  . /etc/os-release
  : > "$state/none"
  cp /etc/apt/sources.list.d/*.sources "$state/parts/" 2>/dev/null
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
    grep -E "^deb .*${VERSION_CODENAME:-stable}" > "$state/parts/machine.list"
  options=(-q -y
    -o "Dir::State=$state" -o "Dir::State::Lists=$state/lists" -o Dir::State::Status=/var/lib/dpkg/status
    -o "Dir::Cache=$state" -o "Dir::Cache::Archives=$state/archives"
    -o "Dir::Etc::SourceList=$state/none" -o "Dir::Etc::SourceParts=$state/parts"
    -o Debug::NoLocking=true -o APT::Sandbox::User= -o DPkg::Post-Invoke=
    -o APT::Update::Post-Invoke= -o APT::Update::Post-Invoke-Success=)
  apt-get "${options[@]}" update > "$state/log" 2>&1 || return
  (cd "$state/archives" && apt-get "${options[@]}" download "$@" >> "$state/log" 2>&1) || return
  local file
  for file in "$state"/archives/*.deb; do dpkg-deb -x "$file" "$part/root" || return; done
  rm -rf "$DEBIAN" && mv "$part/root" "$DEBIAN" && rm -rf "$part"
}

get() {
  local packages root=()
  mapfile -t packages < <(missing)
  if [ ${#packages[@]} -eq 0 ] || [ -e "$DEBIAN/complete" ]; then return 0; fi
  if command -v apt-get > /dev/null && command -v dpkg-deb > /dev/null && unpack "${packages[@]}"; then
    touch "$DEBIAN/complete"
    return 0
  fi
  [ "$(id -u)" = 0 ] || root=(sudo -n)
  if "${root[@]}" apt-get -q update > /dev/null 2>&1 &&
    "${root[@]}" apt-get -q install -y --no-install-recommends "${packages[@]}" > /dev/null 2>&1
  then return 0; fi
  echo "WiLMA needs packages of Debian. Please run: sudo apt-get install ${packages[*]}" >&2
  return 1
}

first() { local path; for path in "$@"; do [ -e "$path" ] && echo "$path" && return; done; }

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  [ "${1:-}" = get ] || { sed -n 2,8p "$0"; exit 2; }
  get
  exit
fi

if [ -x /usr/sbin/nginx ]; then root=""; else root=$DEBIAN; fi
WILMA_NGINX=$root/usr/sbin/nginx
NGINX_MODULES=$root/usr/lib/nginx/modules
MIME_TYPES=$root/etc/nginx/mime.types
DEBIAN_LIBS=$(first "$DEBIAN"/usr/lib/*-linux-gnu || true)
if [ -n "$DEBIAN_LIBS" ]; then
  LD_LIBRARY_PATH=$DEBIAN_LIBS:$(first "$DEBIAN"/lib/*-linux-gnu || true)
  export LD_LIBRARY_PATH
fi
if [ -e "$DEBIAN/usr/lib/file/magic.mgc" ]; then export MAGIC=$DEBIAN/usr/lib/file/magic.mgc; fi
export WILMA_NGINX NGINX_MODULES MIME_TYPES
