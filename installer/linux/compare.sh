#!/bin/bash
# compare.sh DEB DEB: whether two builds of one commit hold the same: names, rights, time stamps, targets and digests of
# all files, control data included. Java's caches (*.aot) are only counted: Java writes into them what it met in its
# rehearsal, in the order in which its threads met it, and no two rehearsals are alike.
set -euo pipefail
unpacked=$(mktemp -d)
trap 'rm -rf "$unpacked"' EXIT
for side in one other; do
  [ "$side" = one ] && deb=$1 || deb=$2
  dpkg-deb -R "$deb" "$unpacked/$side"
  (cd "$unpacked/$side" && find . ! -name '*.aot' ! -type d -printf '%P %y %m %T@ %l\n' | sort &&
    find . -type f ! -name '*.aot' -print0 | sort -z | xargs -0 sha256sum) >"$unpacked/$side.list"
  # What a cache takes is part of the size that the control data tells.
  sed -i '/DEBIAN\/control$/d' "$unpacked/$side.list"
  sed '/^Installed-Size:/d' "$unpacked/$side/DEBIAN/control" >>"$unpacked/$side.list"
  find "$unpacked/$side" -name '*.aot' -printf '%f\n' | sort >>"$unpacked/$side.list"
done
diff "$unpacked/one.list" "$unpacked/other.list"
echo "The same: $(grep -c '^[0-9a-f]\{64\} ' "$unpacked/one.list") files, but for $(grep -c '\.aot$' "$unpacked/one.list") caches of Java."
