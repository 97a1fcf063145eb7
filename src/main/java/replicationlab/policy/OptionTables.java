package replicationlab.policy;

import java.util.Map;

/**
 * The options that a lesson may give to each program, as the manual's reference pages list them,
 * and what each one's value is. Left out are those that name programs or libraries (pg_ctl -p,
 * initdb -L), reach processes (pg_ctl kill), ask at a terminal (-W), read statements from a file
 * (psql -f), or open files to others (initdb -g).
 */
final class OptionTables {

  /** By program; "postgres -o" is what pg_ctl -o hands to the server. */
  static final Map<String, OptionTable> OF_PROGRAMS =
      Map.ofEntries(
          Map.entry(
              "initdb",
              OptionTable.parse(
                  """
                  -D --pgdata              written
                  -X --waldir --xlogdir    written
                  -U --username            word
                  -A --auth --auth-host --auth-local  word
                  -E --encoding            word
                  -T --text-search-config  word
                  -c --set                 setting
                  --pwfile                 inside
                  --wal-segsize --locale --locale-provider --icu-locale --icu-rules  word
                  --builtin-locale --lc-collate --lc-ctype --lc-messages --lc-monetary  word
                  --lc-numeric --lc-time   word
                  --no-locale -k --data-checksums --no-data-checksums  flag
                  -N --no-sync --nosync -n --no-clean --noclean -S --sync-only -s --show  flag
                  --no-instructions -V --version  flag
                  """)),
          Map.entry(
              "pg_ctl",
              OptionTable.parse(
                  """
                  -D --pgdata   written
                  -l --log      log
                  -m --mode     word
                  -o --options  server
                  -t --timeout  word
                  -s --silent -w --wait -W --no-wait -c --core-files -V --version  flag
                  """)),
          Map.entry(
              "postgres",
              OptionTable.parse(
                  """
                  -D            written
                  -C            word
                  -V --version  flag
                  """)),
          Map.entry(
              "postgres -o",
              OptionTable.parse(
                  """
                  -p                 port
                  -c                 setting
                  -h                 host
                  -k                 written
                  -N -B -d           word
                  -F -n              flag
                  """)),
          Map.entry(
              "psql",
              OptionTable.parse(
                  """
                  -c --command   sql
                  -d --dbname    database
                  -p --port      port
                  -h --host      host
                  -U --username  word
                  -v --set --variable  variable
                  -F --field-separator -R --record-separator  word
                  -t --tuples-only -A --no-align -x --expanded -q --quiet -X --no-psqlrc  flag
                  -w --no-password -l --list -V --version -1 --single-transaction  flag
                  -a --echo-all -b --echo-errors -e --echo-queries -E --echo-hidden  flag
                  -H --html --csv -n --no-readline  flag
                  """)),
          Map.entry(
              "pg_basebackup",
              OptionTable.parse(
                  """
                  -D --pgdata               written
                  --waldir --xlogdir        written
                  -T --tablespace-mapping   mapping
                  -d --dbname               database
                  -p --port                 port
                  -h --host                 host
                  -U --username             word
                  -F --format -X --wal-method --xlog-method -c --checkpoint -l --label  word
                  -S --slot -r --max-rate -s --status-interval --manifest-checksums  word
                  -Z --compress             word
                  -R --write-recovery-conf -P --progress -v --verbose -z --gzip  flag
                  -C --create-slot --no-slot -n --no-clean -N --no-sync -w --no-password  flag
                  --no-verify-checksums --no-manifest --no-estimate-size -V --version  flag
                  """)),
          Map.entry(
              "pg_rewind",
              OptionTable.parse(
                  """
                  -D --target-pgdata   written
                  --source-pgdata      inside
                  --source-server      database
                  -P --progress -n --dry-run -N --no-sync --debug -V --version  flag
                  -R --write-recovery-conf --no-ensure-shutdown  flag
                  """)),
          Map.entry(
              "pg_controldata",
              OptionTable.parse(
                  """
                  -D --pgdata   inside
                  -V --version  flag
                  """)),
          Map.entry("cp", OptionTable.parse("-p -R -r -a -f -v flag")),
          Map.entry("rm", OptionTable.parse("-R -r -f -v flag")),
          Map.entry("mkdir", OptionTable.parse("-p -v flag")),
          Map.entry("touch", OptionTable.parse("-c flag")),
          Map.entry("cat", OptionTable.parse("-n flag")),
          Map.entry(
              "tail",
              OptionTable.parse(
                  """
                  -n -c  word
                  -0 -1 -2 -3 -4 -5 -6 -7 -8 -9  flag
                  """)));

  private OptionTables() {}
}
