#!/bin/sh
# Opened from the .dmg once the program has been dragged into Applications: the command replication-lab in the terminal.
set -eu
program=/Applications/replication-lab.app/Contents/MacOS/replication-lab
if [ ! -x "$program" ]; then
  echo "First drag replication-lab into Applications; $program is not there yet." >&2
  exit 1
fi
link=/usr/local/bin/replication-lab
if mkdir -p /usr/local/bin 2>/dev/null && ln -sf "$program" "$link" 2>/dev/null; then
  echo "replication-lab can now be called in every terminal."
else
  echo "$link may be written by administrators only. Enter this, and your password:"
  echo "  sudo mkdir -p /usr/local/bin && sudo ln -sf '$program' $link"
fi
