#!/bin/sh
# Lab Exercise 1 without a lab: the same commands, no checks, in the current folder. It waits only where the next
# command would fail otherwise. The benchmark compares the lab with it and sets: PATH (initdb, pg_ctl), PSQL,
# AS_USER ("unshare -U" when root runs it), MAJOR, SHARE, PRIMARY and STANDBY (ports), PGHOST, PGUSER.
set -eu
major=${MAJOR%%.*}

stop() {
  for data in data2 data; do
    if [ -f "$data/postmaster.pid" ]; then
      $AS_USER pg_ctl -D "$data" -m "$1" -w stop || true
    fi
  done
}
trap 'stop immediate' EXIT
trap 'exit 1' INT TERM

# As often as it takes, for at most 30 seconds.
until_it_works() {
  tries=600
  until "$@" >/dev/null 2>&1; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || exit 1
    sleep 0.05
  done
}

psql() {
  "$PSQL" -X -p "$1" -c "$2" postgres
}

table_arrived() {
  psql "$STANDBY" '\d' | grep -q streamtest
}

mkdir logs sockets
$AS_USER initdb -D data -U postgres -A trust -E UTF8
cat >>data/postgresql.conf <<END
listen_addresses = '127.0.0.1'
port = $PRIMARY
unix_socket_directories = '../sockets'
wal_level = hot_standby
max_wal_senders = 1
END
if [ "$major" -ge 13 ]; then
  echo "wal_keep_size = 800MB" >>data/postgresql.conf
else
  echo "wal_keep_segments = 50" >>data/postgresql.conf
fi
echo "host  replication  all  127.0.0.1/32  trust" >>data/pg_hba.conf

$AS_USER pg_ctl -D data -l logs/primary.log start
until_it_works psql "$PRIMARY" "SELECT 1"
psql "$PRIMARY" "CREATE TABLE firsttest(x int)"
psql "$PRIMARY" "INSERT INTO firsttest VALUES (1)"

if [ "$major" -ge 15 ]; then
  # One session must begin and end the backup.
  "$PSQL" -X -q -A -t -v ON_ERROR_STOP=1 -p "$PRIMARY" postgres <<'END'
SELECT pg_backup_start('testing', true);
\! cp -p -R data data2
\o data2/backup_label
SELECT labelfile FROM pg_backup_stop();
END
else
  psql "$PRIMARY" "SELECT pg_start_backup('testing', true)"
  cp -p -R data data2
  psql "$PRIMARY" "SELECT pg_stop_backup()"
fi

rm data2/postmaster.pid
cat >>data2/postgresql.conf <<END
port = $STANDBY
hot_standby = on
END
if [ "$major" -ge 12 ]; then
  touch data2/standby.signal
  echo "primary_conninfo = 'host=localhost port=$PRIMARY'" >>data2/postgresql.conf
else
  cp "$SHARE/recovery.conf.sample" data2/recovery.conf
  cat >>data2/recovery.conf <<END
standby_mode = 'on'
primary_conninfo = 'host=localhost port=$PRIMARY'
END
fi
$AS_USER pg_ctl -D data2 -l logs/standby.log start
until_it_works psql "$STANDBY" "SELECT 1"

psql "$PRIMARY" "CREATE TABLE streamtest(x int)"
until_it_works table_arrived
psql "$STANDBY" '\d'
psql "$PRIMARY" "INSERT INTO streamtest VALUES (1)"
# To be refused: that is the point of the exercise.
psql "$STANDBY" "INSERT INTO streamtest VALUES (1)" || true
stop fast
