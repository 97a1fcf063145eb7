#!/bin/bash
# compare.sh DEB DEB: whether two builds of one commit hold the same: names, rights, time stamps, targets and digests of
# all files, control data and scripts included.
set -euo pipefail
unpacked=$(mktemp -d)
trap 'rm -rf "$unpacked"' EXIT
for side in one other; do
  [ "$side" = one ] && deb=$1 || deb=$2
  dpkg-deb -R "$deb" "$unpacked/$side"
  (cd "$unpacked/$side" && find . ! -type d -printf '%P %y %m %T@ %l\n' | sort &&
    find . -type f -print0 | sort -z | xargs -0 sha256sum) >"$unpacked/$side.list"
done
diff "$unpacked/one.list" "$unpacked/other.list"
echo "The same: $(grep -c '^[0-9a-f]\{64\} ' "$unpacked/one.list") files."
