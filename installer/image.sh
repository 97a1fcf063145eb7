#!/bin/sh
# image.sh APP VERSION ICON DEST: the program with its own Java in DEST/replication-lab, on Linux and macOS.
# APP is what Maven packaged (target/app). Afterwards DEST/replication-lab (on macOS .app) runs from wherever it is put.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
app=$(CDPATH='' cd -- "$1" && pwd) version=$2 icon=$3 dest=$4

java=$("$here/jdk25.sh")/

rm -rf "$dest"
mkdir -p "$dest/input"
"${java}jlink" "@$here/jlink.args" --output "$dest/runtime"
if [ ! -f "$app/sbom.cyclonedx.json" ]; then
  echo "There is no $app/sbom.cyclonedx.json: Maven makes it only when it is not offline (without -o)." >&2
  exit 1
fi
# The servers stay out of the class path: their jars are read by the lab only, when it needs them.
cp -R "$app/replication-lab.jar" "$app/lib" "$app/lessons" "$app/assets" \
  "$app/licences.txt" "$app/sbom.cyclonedx.json" "$dest/input/"
# Java 25 keeps no class in its cache that was compiled for Java 5, as those of picocli were, and a command reads two
# hundred of them: a fifth of a second. They are the same classes, compiled from picocli's own sources.
mkdir "$dest/picocli"
(cd "$dest/picocli" && "${java}jar" --extract --file "$app/../sources/picocli-sources.jar" && rm -f module-info.java)
find "$dest/picocli" -name '*.java' >"$dest/picocli.files"
"${java}javac" --release 25 -nowarn -Xlint:none -d "$dest/picocli.classes" "@$dest/picocli.files"
"${java}jar" --update --date=2026-01-01T00:00:00Z --file "$(ls "$dest"/input/lib/picocli-*.jar)" -C "$dest/picocli.classes" .
rm -rf "$dest/picocli" "$dest/picocli.classes" "$dest/picocli.files"
# JavaFX looks for its native libraries beside its jars, and else unpacks them into everybody's home at every start.
for jar in "$dest"/input/lib/javafx-*.jar; do
  for library in $("${java}jar" --list --file "$jar" | grep -E '^[^/]*\.(so|dylib)$'); do
    (cd "$dest/input/lib" && "${java}jar" --extract --file "$jar" "$library")
  done
done
"${java}jpackage" "@$here/jpackage.args" --input "$dest/input" --runtime-image "$dest/runtime" \
  --app-version "$version" --icon "$icon" --dest "$dest"

case $(uname) in
  Darwin) image=$dest/replication-lab.app launcher=Contents/MacOS/replication-lab inside=Contents/app ;;
  *) image=$dest/replication-lab launcher=bin/replication-lab inside=lib/app ;;
esac
cp -R "$app/postgres" "$image/$inside/"
rm -rf "$dest/input" "$dest/runtime"
if [ "$(uname)" = Linux ]; then
  # Our own launcher in the place of jpackage's: linux/replication-lab says why.
  rm -f "$image/lib/libapplauncher.so" "$image/$inside/replication-lab.cfg" "$image/$inside/.jpackage.xml"
  cp "$here/linux/replication-lab" "$image/$launcher"
  cp "$here/learn.sh" "$image/$inside/"
  sed -n 's/^--java-options //p' "$here/jpackage.args" >"$image/$inside/window.args"
  # A command of the lab lives for seconds: it need not give memory back, and most of what the compiler could prepare
  # would never be used.
  {
    grep -v -e -Xm -e Heap -e Survivor "$image/$inside/window.args"
    echo "-XX:CompileThresholdScaling=12"
  } >"$image/$inside/lab.args"
  # What native code has freed goes back to the system; only Linux's Java can do that.
  echo "-XX:TrimNativeHeapInterval=20000" >>"$image/$inside/window.args"
fi
# The same commit gives the same package; and Java compares its cache with the jars' time stamps, so they come first.
find "$image" -exec env TZ=UTC touch -h -t 202601010000.00 {} +

"$here/learn.sh" "$image" "$image/$inside"
if [ "$(uname)" = Darwin ]; then
  # shellcheck disable=SC2016  # $APPDIR is for the launcher, not for this shell.
  echo 'java-options=-XX:AOTCache=$APPDIR/replication-lab.aot' >>"$image/$inside/replication-lab.cfg"
fi
