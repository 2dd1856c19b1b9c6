#!/usr/bin/env bash
# The two commands on a bare Debian: a minimal system (debootstrap), python3, make and git in it, and nothing else.
#
#   sudo tests/machines/try.sh SUITE USER TARGET...     e.g. trixie root run; bookworm someone run test
#
# Run by hand; it takes some minutes to make the system (kept, so that a second try starts from it) and as long as the commands
# themselves. USER is `root` or `someone`, a user who may install nothing. The mirror is the one that apt of this machine uses, or
# $MIRROR; pip's own configuration is handed in. Systems are kept under $MACHINES (build/machines).
set -euo pipefail

suite=${1:?suite} user=${2:?user}
shift 2
here=$(cd "$(dirname "$0")/../.." && pwd)
machines=${MACHINES:-$here/build/machines}
base=$machines/$suite root=$machines/$suite-$user

mirror=${MIRROR:-$(apt-get indextargets --format '$(SITE)$(REPO_URI)' 'Created-By: Packages' 2>/dev/null | grep -m 1 'debian/*$' | sed 's,^.*\(http\),\1,')}
[ -n "$mirror" ] || { echo "no mirror in apt's configuration; give one as MIRROR=" >&2; exit 2; }

if [ ! -e "$base/.made" ]; then
  rm -rf "$base"
  mkdir -p "$base"
  debootstrap --variant=minbase "$suite" "$base" "$mirror"
  # Who has a bare Debian has its certificates and these three.
  chroot "$base" apt-get -qq install -y --no-install-recommends ca-certificates python3 make git >/dev/null
  touch "$base/.made"
fi

finish() {
  for place in dev/shm dev/pts proc tmp; do umount "$root/$place" 2>/dev/null || true; done
}
trap finish EXIT
finish
rm -rf --one-file-system "$root"
cp -a "$base" "$root"
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/tmp" && chmod 1777 "$root/tmp"
mkdir -p "$root/dev/shm" "$root/dev/pts"
mount -t tmpfs tmpfs "$root/dev/shm" && chmod 1777 "$root/dev/shm"
mount -t devpts devpts "$root/dev/pts" -o newinstance,ptmxmode=0666 || true
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
cp -L /etc/hosts "$root/etc/hosts"
if [ -e /etc/ssl/certs/ca-certificates.crt ]; then cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"; fi
for file in /etc/pip.conf /etc/xdg/pip/pip.conf /etc/apt/apt.conf.d/*proxy*; do
  if [ -e "$file" ]; then install -D -m 644 "$file" "$root$file"; fi
done
# Folders of wheels that pip's configuration names are there as well.
for folder in $(env | sed -n 's/^PIP_FIND_LINKS=//p' | tr ' ' '\n') $(pip config list 2>/dev/null | grep -o "[ '=]/[^ ']*\|file:///[^ ']*" | sed "s/^[ '=]//; s,^file://,," | sort -u); do
  if [ -d "$folder" ]; then mkdir -p "$root$folder" && cp -a "$folder/." "$root$folder/"; fi
  if [ -f "$folder" ] && [ "${folder#/etc/ssl}" = "$folder" ]; then install -D -m 644 "$folder" "$root$folder"; fi
done

chroot "$root" useradd --create-home someone 2>/dev/null || true
home=/root
if [ "$user" != root ]; then
  home=/home/$user
  chroot "$root" apt-get -qq install -y --no-install-recommends python3-venv >/dev/null 2>&1  # the one package that its user is told to ask for first
fi
git -c safe.directory='*' clone -q "$here" "$root$home/kehoach"
chroot "$root" chown -R "$user" "$home/kehoach"

failed=0
for target in "$@"; do
  echo "== $suite, $user: make $target"
  began=$(date +%s)
  if chroot --userspec="$user" "$root" env -i HOME="$home" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
    $(env | grep -E '^(PIP_|http_proxy|https_proxy|no_proxy)' || true) \
    make -C "$home/kehoach" "$target"; then said=passed; else said=FAILED failed=1; fi
  echo "== $suite, $user: make $target $said after $(($(date +%s) - began)) s; left in /tmp: $(du -sk "$root/tmp" | cut -f 1) KB; .venv: $(du -sm "$root$home/kehoach/.venv" 2>/dev/null | cut -f 1) MB; untracked: $(git -c safe.directory='*' -C "$root$home/kehoach" status --porcelain | wc -l)"
done
exit $failed
