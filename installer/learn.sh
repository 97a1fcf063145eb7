#!/bin/sh
# learn.sh IMAGE FOLDER: Java learns from a rehearsal of the program in IMAGE which classes to keep ready, and leaves that
# in FOLDER: lab.aot and window.aot on Linux, replication-lab.aot on macOS. It needs no display, and leaves nothing else.
# Called when the image is made, and on Linux again where a package is installed: no two of Java's caches are the same
# byte for byte, and a package is.
set -eu
image=$1 folder=$2
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
chmod 755 "$home"

rehearse() {
  options=$1
  shift
  env -u DISPLAY HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache" \
    JAVA_TOOL_OPTIONS="$options -Duser.home=$home -Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true" \
    "$@" >"$home/rehearsal.log" 2>&1 || { cat "$home/rehearsal.log" >&2; exit 1; }
}
learn() {
  cache=$1
  shift
  rehearse "-XX:AOTCacheOutput=$cache" "$@"
  [ -s "$cache" ] || { cat "$home/rehearsal.log" >&2; exit 1; }
}

# The first command unpacks a server: what unpacks it comes in a sealed jar (xz), which Java 25 cannot take out of a cache
# again once it has been moved, so the later ones, from which it learns, must not need it.
case $(uname) in
  Darwin)
    program=$image/Contents/MacOS/replication-lab
    rehearse "" "$program" rehearse lab
    learn "$folder/replication-lab.aot" "$program" rehearse
    ;;
  *)
    java=$image/lib/runtime/bin/java app=$image/lib/app
    rehearse "" "$java" "@$app/lab.args" -jar "$app/replication-lab.jar" rehearse lab
    for part in lab window; do
      learn "$folder/$part.aot" "$java" "@$app/$part.args" -jar "$app/replication-lab.jar" rehearse "$part"
    done
    ;;
esac
