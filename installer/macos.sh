#!/bin/sh
# macos.sh APP VERSION DEST: replication-lab-VERSION.dmg in DEST, for the processor that it is made on.
# SIGNING_IDENTITY, if set, signs it; without it macOS asks before the first start.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
mkdir -p "$3"
app=$(CDPATH='' cd -- "$1" && pwd) version=$2 dest=$(CDPATH='' cd -- "$3" && pwd)

"$here/image.sh" "$app" "$version" "$here/icon/replication-lab.icns" "$dest/image"
image=$dest/image/replication-lab.app

if [ -n "${SIGNING_IDENTITY:-}" ]; then
  # What was added after jpackage has to be under the seal, too.
  codesign --force --deep --options runtime --sign "$SIGNING_IDENTITY" "$image"
else
  codesign --force --deep --sign - "$image"
fi
"$("$here/jdk25.sh")/jpackage" --type dmg --name replication-lab --app-version "$version" --app-image "$image" \
  --file-associations "$here/evidence.properties" --file-associations "$here/deck.properties" \
  --mac-dmg-content "$here/macos/Put replication-lab on the PATH.command" --dest "$dest"
mv "$dest/replication-lab-$version.dmg" "$dest/replication-lab-$version-macos-$(uname -m).dmg"
ls -l "$dest"
