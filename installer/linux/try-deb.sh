#!/bin/bash
# try-deb.sh DEB: what a student does with the package, in a Debian that has nothing else: installs an older version,
# upgrades it, does the lab and opens the window as an ordinary user, and removes it. Needs root, debootstrap, Xvfb,
# xdotool and ImageMagick on the machine itself. The window's picture is left beside the package.
# shellcheck disable=SC2016  # apt, dpkg and the student's shell expand these, and not this one.
set -euo pipefail
deb=$(realpath "$1")
root=$(mktemp -d)
chmod 755 "$root"
# shellcheck source=/dev/null
. /etc/os-release
mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
  awk -v release="$VERSION_CODENAME" '$2 == release && $3 == "main" { print $1; exit }')

xvfb=
leave() {
  [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true
  # Nothing of the student's may be left running, or the folder cannot be taken away.
  for pid in $(find /proc -maxdepth 2 -name root -lname "$root" 2>/dev/null | cut -d/ -f3); do
    kill -9 "$pid" 2>/dev/null || true
  done
  for at in dev/pts dev proc; do umount -l "$root/$at" 2>/dev/null || true; done
  rm -rf --one-file-system "$root"
}
trap leave EXIT

debootstrap --variant=minbase "$VERSION_CODENAME" "$root" "$mirror" >"$root.log" 2>&1 || { tail -n 20 "$root.log"; exit 1; }
rm -f "$root.log"
# A package mirror that is behind its date is still one, if this machine takes it.
cp /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
# Every laptop knows this name; a Debian without a desktop or a network may not.
echo "127.0.0.1 localhost" >"$root/etc/hosts"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --make-rslave "$root/dev"
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
student() { inside su student -c "cd && $1"; }

older=$(mktemp -d)
dpkg-deb -R "$deb" "$older/root"
version=$(dpkg-deb -f "$deb" Version)
sed -i 's/^Version: .*/Version: 0.9.0/' "$older/root/DEBIAN/control"
dpkg-deb -Znone --root-owner-group --build "$older/root" "$root/older.deb" >/dev/null
rm -rf "$older"
cp "$deb" "$root/new.deb"

inside apt-get update -qq
inside apt-get install -y -qq --no-install-recommends /older.deb >/dev/null
[ "$(inside dpkg-query -W -f '${Version}' replication-lab)" = 0.9.0 ]
echo "installed 0.9.0 where there is no Java, no PostgreSQL and no desktop"
inside useradd -m student
if student 'command -v java || command -v postgres || command -v psql'; then
  echo "This Debian has a Java or a PostgreSQL of its own, so it shows nothing." >&2
  exit 1
fi
student 'replication-lab lab run lab-exercise-1 --workspace work --keep --ports 26432,26433' | tail -n 2
inside apt-get install -y -qq --no-install-recommends /new.deb >/dev/null
[ "$(inside dpkg-query -W -f '${Version}' replication-lab)" = "$version" ]
student 'replication-lab check --workspace work' | tail -n 3
student 'replication-lab stop --workspace work' | tail -n 1
echo "upgraded to $version; the student's servers went on under the newer program"
for postgres in 18 9.6; do
  student "replication-lab lab run lab-exercise-1 --postgres $postgres --ports 26432,26433" | tail -n 1
done

Xvfb :96 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
xvfb=$!
until [ -S /tmp/.X11-unix/X96 ]; do kill -0 "$xvfb"; done
student 'DISPLAY=:96 replication-lab >window.log 2>&1 & echo $! >pid'
if ! DISPLAY=:96 timeout 120 xdotool search --sync --onlyvisible --name 'Replication Lab' >/dev/null; then
  cat "$root/home/student/window.log"
  exit 1
fi
# The slide comes within a frame or two, the lab beside it a little later.
until student 'test -f replication-lab/.replication-lab || test -d replication-lab'; do kill -0 "$xvfb"; done
DISPLAY=:96 import -window root "$(dirname "$deb")/installed.png"
student 'kill $(cat pid)' || true
echo "the window opened; its picture is $(dirname "$deb")/installed.png"

inside apt-get purge -y -qq replication-lab >/dev/null
left=$(inside find / -xdev -path /proc -prune -o -path /dev -prune -o -path /home -prune -o -iname '*replication*lab*' -print | grep -v -e '^/older.deb$' -e '^/new.deb$' || true)
if [ -n "$left" ]; then
  printf 'Left behind:\n%s\n' "$left" >&2
  exit 1
fi
student 'test -d work && test -d replication-lab'
echo "removed; the student's workspaces are what is left"
