#!/bin/bash
# try-packages.sh FOLDER: what a student does with the packages in FOLDER (target/installer). The .rpm and the .tar.gz
# hold what the .deb holds; the .tar.gz runs from wherever it is put; the .deb is installed, upgraded, used with and
# without a window, and removed, in a Debian that has nothing else. The window's picture is left in FOLDER.
# The Debian needs root that may mount, and debootstrap, Xvfb, openbox, xdotool and ImageMagick on this machine. Where
# it cannot be made, the rest is tried and the last line says what was not shown.
# shellcheck disable=SC2016  # apt, dpkg and the student's shell expand these, and not this one.
set -Eeuo pipefail
trap 'echo "This did not hold (line $LINENO): $BASH_COMMAND" >&2' ERR
if [ "$(id -u)" = 0 ] && [ -z "${OWN_MOUNTS:-}" ] && unshare -m true 2>/dev/null; then
  # In mounts of its own, so that nothing of them is left whatever happens.
  OWN_MOUNTS=yes exec unshare -m "$(realpath "$0")" "$@"
fi
folder=$(realpath "$1")
deb=$(ls "$folder"/*.deb) tar=$(ls "$folder"/*.tar.gz) rpm=$(ls "$folder"/*.rpm 2>/dev/null || true)
version=$(dpkg-deb -f "$deb" Version)
trial=$(mktemp -d)
chmod 755 "$trial"
root=$trial/debian screen=96

say() { printf '  %s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# did WORDS COMMAND...: the command has to succeed; its last line is what there is to say of it.
did() {
  out=$("${@:2}" 2>&1) || fail "$1: $out"
  say "$1: $(tail -n 1 <<<"$out")"
}

# The processes of the Debian's people: pid by pid, as they are not this machine's.
people() { { find /proc -maxdepth 2 -name root -lname "$root" 2>/dev/null || true; } | cut -d/ -f3; }

leave() {
  trap - ERR
  for pid in ${xvfb:-} ${openbox:-}; do kill "$pid" 2>/dev/null || true; done
  for pid in $(people); do kill -9 "$pid" 2>/dev/null || true; done
  for at in /dev/pts /dev /proc ""; do umount -l "$root$at" 2>/dev/null || true; done
  rm -rf --one-file-system "$trial"
}
trap leave EXIT

inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes LC_ALL=C.UTF-8 "$@"; }

# Runs a line of shell as somebody who is not root, in the bare Debian if there is one.
student() {
  if [ -d "$root" ]; then
    inside su student -c "cd && $1"
  elif [ "$(id -u)" = 0 ]; then
    runuser -u nobody -- env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 HOME="$home" JAVA_TOOL_OPTIONS="-Duser.home=$home" sh -c "cd && $1"
  else
    env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 HOME="$home" JAVA_TOOL_OPTIONS="-Duser.home=$home" sh -c "cd && $1"
  fi
}

bare_debian() {
  # shellcheck source=/dev/null
  . /etc/os-release
  mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    awk -v release="$VERSION_CODENAME" '$2 == release && $3 == "main" { print $1; exit }')
  # Its root is a mount, as every system's is: programs ask how much room there is on it.
  mkdir "$root"
  mount --bind "$root" "$root"
  debootstrap --variant=minbase "$VERSION_CODENAME" "$root" "$mirror" >"$trial/debootstrap.log" 2>&1 ||
    fail "$(tail -n 20 "$trial/debootstrap.log")"
  # A package mirror that is behind its date is still one, if this machine takes it.
  cp /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
  # Every laptop knows this name; a Debian without a desktop or a network may not.
  echo "127.0.0.1 localhost" >"$root/etc/hosts"
  mount -t proc proc "$root/proc"
  mount --rbind /dev "$root/dev"
  mount --make-rslave "$root/dev"
  inside useradd -m student
  if student 'command -v java || command -v postgres || command -v psql'; then
    fail "This Debian has a Java or a PostgreSQL of its own, so it shows nothing."
  fi
  home=$root/home/student
}

# Kind, rights, size and target of everything, and the digest of each file.
listing() {
  (cd "$1" && find . -type f -printf '%P %m %s\n' -o -type l -printf '%P -> %l\n' -o -type d -printf '%P/ %m\n' | sort &&
    find . -type f -print0 | sort -z | xargs -0 sha256sum)
}

same_contents() {
  mkdir "$trial/deb" "$trial/rpm" "$trial/tar"
  dpkg-deb -x "$deb" "$trial/deb"
  tar -xzf "$tar" -C "$trial/tar"
  # The .deb learns them where it is installed.
  rm "$trial/tar/replication-lab/lib/app/lab.aot" "$trial/tar/replication-lab/lib/app/window.aot"
  diff <(listing "$trial/deb/opt/replication-lab") <(listing "$trial/tar/replication-lab")
  say "the .tar.gz holds what the .deb puts into /opt, and what Java has learnt of it"
  if [ -n "$rpm" ]; then
    rpm2archive - <"$rpm" | tar -xz -C "$trial/rpm"
    # Folders that every system has belong to no package.
    diff <(cd "$trial/deb" && find . ! -type d | sort) <(rpm -qpl "$rpm" | while read -r at; do
      [ -d "$trial/deb$at" ] || echo ".$at"; done | sort)
    diff -r --no-dereference "$trial/deb" "$trial/rpm"
    [ "$("$trial/rpm/opt/replication-lab/bin/replication-lab" --version)" = "Replication Lab $version" ]
    say "the .rpm holds what the .deb holds, and the program in it starts"
  fi
  rm -rf "$trial/deb" "$trial/rpm" "$trial/tar"
}

lab() { student "$1 lab run lab-exercise-1 ${*:2} --ports 26432,26433"; }

# Java refuses to start where it is "on" and the cache cannot be used.
from_cache='JAVA_TOOL_OPTIONS="${JAVA_TOOL_OPTIONS-} -XX:AOTMode=on"'

carried_about() {
  cp "$tar" "$home/program.tar.gz"
  student 'mkdir "Übung eins" && tar -xzf program.tar.gz -C "Übung eins"'
  did "unpacked into a folder with blanks" lab '"Übung eins/replication-lab/bin/replication-lab"' --workspace '"Übung eins/Arbeit"'
  student 'mv "Übung eins/replication-lab" "mein Stick" && chmod -R a-w "mein Stick"'
  did "moved to where it may not be written, it starts from what was learnt" \
    student "$from_cache "'"mein Stick/bin/replication-lab" --version'
  did "and does the lab" lab '"mein Stick/bin/replication-lab"' --workspace '"Übung eins/Arbeit 2"'
  student 'chmod -R u+w "mein Stick" && rm -rf "mein Stick" "Übung eins" program.tar.gz .cache'
}

install_and_upgrade() {
  dpkg-deb -R "$deb" "$trial/older"
  sed -i 's/^Version: .*/Version: 0.9.0/' "$trial/older/DEBIAN/control"
  # As a newer version has other files.
  echo "of 0.9.0 only" >"$trial/older/opt/replication-lab/lib/app/lib/older.jar"
  dpkg-deb -Znone --root-owner-group --build "$trial/older" "$root/older.deb" >/dev/null
  rm -rf "$trial/older"
  cp "$deb" "$root/new.deb"
  inside apt-get update -qq
  inside apt-get install -y -qq --no-install-recommends /older.deb >/dev/null
  [ "$(inside dpkg-query -W -f '${Version}' replication-lab)" = 0.9.0 ]
  did "installed 0.9.0 where there is no Java, no PostgreSQL and no desktop" lab replication-lab --workspace work --keep
  inside apt-get install -y -qq --no-install-recommends /new.deb >/dev/null
  [ "$(inside dpkg-query -W -f '${Version}' replication-lab)" = "$version" ]
  [ ! -e "$root/opt/replication-lab/lib/app/lib/older.jar" ]
  did "upgraded, it starts from what was learnt of the new version" student "$from_cache replication-lab --version"
  did "upgraded to $version while the student's servers ran" student 'replication-lab check --workspace work'
  did "evidence" student 'replication-lab evidence export --workspace work --name ada -o ada.evidence'
  did "stop" student 'replication-lab stop --workspace work'
  for postgres in 18 9.6; do did "PostgreSQL $postgres" lab replication-lab --postgres "$postgres" --workspace "on-$postgres"; done
}

windows() {
  # What a file manager has, to see what it would open.
  inside apt-get install -y -qq --no-install-recommends desktop-file-utils libglib2.0-bin >/dev/null
  inside desktop-file-validate /usr/share/applications/replication-lab.desktop
  Xvfb ":$screen" -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
  xvfb=$!
  until [ -S "/tmp/.X11-unix/X$screen" ]; do kill -0 "$xvfb"; sleep 0.1; done
  DISPLAY=:$screen openbox >/dev/null 2>&1 &
  openbox=$!
  window first-start 'replication-lab >window.log 2>&1 &' 'PostgreSQL High Availability'
  # Whatever listens on 5432 here asks the student nothing from now on.
  student 'sed -i "s/5432/26432/; s/5433/26433/" .config/replication-lab/settings.json'
  student 'printf "# Mein Deck\n\nEine Folie.\n" >"mein deck.md"'
  window deck 'gio open "mein deck.md" >window.log 2>&1' 'Mein Deck'
  window evidence 'gio open ada.evidence >window.log 2>&1' 'Class overview'
  student 'rm "mein deck.md"'
  window installed "$from_cache "'replication-lab >window.log 2>&1 &' 'PostgreSQL High Availability'
}

# window PICTURE LINE TITLE: what the line opens has this title, and is closed again.
window() {
  student "export DISPLAY=:$screen; $2"
  DISPLAY=:$screen timeout 120 xdotool search --sync --onlyvisible --name "$3" >/dev/null ||
    fail "No window \"$3\" came: $(cat "$home/window.log")"
  settled "$folder/$1.png" || fail "Nothing was drawn in the window \"$3\": see $folder/$1.png."
  # As a person closes it, questions first; what does not go is ended.
  for _ in $(seq 20); do
    [ -n "$(people)" ] || break
    DISPLAY=:$screen xdotool key alt+F4
    sleep 1
  done
  for pid in $(people); do kill "$pid" 2>/dev/null || true; done
  until [ -z "$(people)" ]; do sleep 0.2; done
  say "the window \"$3\" opened; its picture is $1.png"
}

# The slide is there with the window, the lab beside it a little later: the picture is of what has colours and stands
# still, but for what moves on a slide.
settled() {
  rm -f "$trial/before.png"
  still=0
  for _ in $(seq 60); do
    DISPLAY=:$screen import -window root "$1"
    moved=$(compare -metric AE "$trial/before.png" "$1" null: 2>&1 || true)
    cp "$1" "$trial/before.png"
    if [ -d "$home/replication-lab" ] && [ "$(identify -format '%k' "$1")" -gt 200 ] &&
      awk -v moved="$moved" 'BEGIN { exit !(moved ~ /^[0-9.e+]+$/ && moved + 0 < 5000) }'; then
      still=$((still + 1))
    else
      still=0
    fi
    [ "$still" -lt 3 ] || return 0
    sleep 1
  done
  return 1
}

purge() {
  inside apt-get purge -y -qq replication-lab >/dev/null
  left=$(inside find / -xdev -path /proc -prune -o -path /dev -prune -o -path /home -prune -o -iname '*replication*lab*' -print)
  left=$left$(inside grep -rl replication-lab /etc /usr/share/mime /usr/share/applications || true)
  [ -z "$left" ] || fail "Left behind: $left"
  student 'test -d work && test -d replication-lab'
  say "removed; what is left is the student's own: $(student 'du -sh .[!.]* * | sort -k 2 | tr "\t\n" " ,"')"
}

echo "the packages of $version, with this machine's tools:"
same_contents
if [ -n "${OWN_MOUNTS:-}" ]; then
  echo "the .tar.gz, in a Debian that has nothing else:"
  bare_debian
  carried_about
  echo "the .deb, in the same Debian:"
  install_and_upgrade
  windows
  purge
  echo "All of it held."
else
  echo "the .tar.gz, on this machine:"
  home=$trial/home
  mkdir -m 777 "$home"
  carried_about
  echo "NOT SHOWN: that the .deb installs, upgrades, opens its window and is removed in a bare Debian; that needs root on a machine that lets it mount."
fi
