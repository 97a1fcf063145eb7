#!/bin/sh
# Prints the folder of a JDK 25's tools: JAVA_HOME's, the PATH's, or one in the usual folders.
for java in "${JAVA_HOME:-/nowhere}/bin" "$(dirname -- "$(command -v jpackage || echo /nowhere/jpackage)")" \
  /usr/lib/jvm/*25*/bin /Library/Java/JavaVirtualMachines/*25*/Contents/Home/bin; do
  case $("$java/jpackage" --version 2>/dev/null) in 25*) echo "$java" && exit ;; esac
done
echo "Packaging needs a JDK 25 with jpackage; install one (Debian: apt-get install temurin-25-jdk), or set JAVA_HOME." >&2
exit 1
