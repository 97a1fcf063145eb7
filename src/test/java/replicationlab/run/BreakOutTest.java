package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import replicationlab.lab.Lab;
import replicationlab.lab.LabReader;

/**
 * A lesson that the person has agreed to, perhaps without reading well, tries to get out of its
 * workspace. The servers, the programs and the bait outside are real; afterwards the bait is as it
 * was, and nobody has read it.
 */
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BreakOutTest {

  private static final String SECRET = "the-treasure-of-the-sierra-madre";

  @TempDir static Path folder;

  private Path outside;
  private TestLab lab;

  @BeforeAll
  void aRunningPrimaryAndBaitOutside() throws IOException {
    outside = Files.createDirectories(folder.toRealPath().resolve("outside"));
    Files.writeString(outside.resolve("secret.txt"), SECRET + "\n");
    Files.createDirectories(outside.resolve("full"));
    Files.writeString(outside.resolve("full/file"), SECRET + "\n");
    Files.writeString(outside.resolve("evil.sql"), "COPY (SELECT 1) TO '" + outside + "/sql';\n");
    Files.writeString(outside.resolve("evil.conf"), "archive_mode = on\n");
    lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "start-backup");
    // What a student may well have made.
    Path workspace = lab.bench.workspace().folder();
    Files.createSymbolicLink(workspace.resolve("way-out"), outside);
    Files.createSymbolicLink(workspace.resolve("not-yet"), outside.resolve("made"));
    Files.createDirectories(workspace.resolve("links"));
    Files.createSymbolicLink(workspace.resolve("links/notes.txt"), outside.resolve("secret.txt"));
    Files.writeString(workspace.resolve("notes.txt"), "mine\n");
  }

  @AfterAll
  void leaveNothingRunning() {
    lab.close();
  }

  /** A name, and the blocks of a step; {out} is the folder with the bait. */
  record Attempt(String name, String blocks) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Attempt> attempts() {
    return Stream.of(commands(), environment(), statements(), files(), laundering())
        .flatMap(each -> each);
  }

  private static Stream<Attempt> commands() {
    return Stream.of(
        sh("a program by its path", "/bin/touch {out}/made"),
        sh("a program of the workspace", "./way-out/evil"),
        sh("a program that is not on the list", "tee {out}/made"),
        sh("a shell's substitution", "touch $(touch {out}/made)"),
        sh(
            "a substitution in pg_ctl's log",
            "pg_ctl -D data -l 'logs/$(touch {out}/made).log' restart"),
        sh("a substitution in pg_ctl's folder", "pg_ctl -D 'data`touch {out}/made`' restart"),
        sh(
            "a command behind pg_ctl -o",
            "pg_ctl -D data -l logs/p.log -o '-F; touch {out}/made' restart"),
        sh("a program of pg_ctl's own", "pg_ctl -D data -p {out}/evil -l logs/p.log restart"),
        sh("a signal to any process", "pg_ctl kill KILL 1"),
        sh("pg_ctl with a glued folder", "pg_ctl -D{out}/full -l logs/p.log start"),
        sh("pg_ctl's log outside", "pg_ctl -D data -l {out}/made restart"),
        sh("initdb outside", "initdb -D {out}/made -U postgres"),
        sh("initdb, long and glued", "initdb --pgdata={out}/made -U postgres"),
        sh("initdb, an abbreviated option", "initdb --pgd={out}/made -U postgres"),
        sh("initdb's WAL outside", "initdb -D d3 -X {out}/made -U postgres"),
        sh("initdb's password from outside", "initdb -D d4 --pwfile={out}/secret.txt -U postgres"),
        sh("initdb with a share folder of its own", "initdb -D d5 -L {out} -U postgres"),
        sh("initdb through a link", "initdb -D way-out/made -U postgres"),
        sh("initdb with dots", "initdb -D data/../../outside/made -U postgres"),
        sh("a base backup outside", "pg_basebackup -D {out}/made -p 5432"),
        sh("a base backup's tablespace outside", "pg_basebackup -D d6 -T /a={out}/made -p 5432"),
        sh("a base backup kept by the server", "pg_basebackup --target=server:{out}/made -X none"),
        sh("a file outside is read", "cat {out}/secret.txt"),
        sh("a file outside is read by a link", "cat way-out/secret.txt"),
        sh("a file outside is copied in", "cp {out}/secret.txt stolen"),
        sh("a linked file is copied in", "cp links/notes.txt stolen"),
        sh("links are followed while copying", "cp -R -L links stolen"),
        sh("a copy goes through a link", "cp notes.txt way-out/made"),
        sh("a copy goes through a link to nothing", "cp notes.txt not-yet"),
        sh("a copy falls on a link in a folder", "cp notes.txt links"),
        sh("a copy names its folder in an option", "cp -t {out} notes.txt"),
        sh("a link is made", "cp -s {out}/secret.txt stolen"),
        sh("a folder outside is removed", "rm -R {out}/full"),
        sh("a folder outside is removed by dots", "rm -R data/../../outside/full"),
        sh("an option after two dashes", "rm -R -- {out}/full"),
        sh("the workspace's marker is removed", "rm .replication-lab-workspace"),
        sh("the journal is removed", "rm journal.jsonl"),
        sh(
            "postgres's options taken for initdb's",
            "pg_ctl -D data -l init.log -o '-E -cexternal_pid_file={out}/made' restart"),
        sh("an escaped equals sign", "pg_basebackup -D d7 -p 5432 -T \"/ts={out}/made\\=d8\""));
  }

  private static Stream<Attempt> environment() {
    return Stream.of(
        sh("a library is loaded first", "LD_PRELOAD={out}/evil.so psql -l"),
        sh("a PATH of its own", "PATH={out} psql -l"),
        sh("options by the environment", "PGOPTIONS='-c local_preload_libraries=x' psql -l"),
        sh("a psqlrc of its own", "PSQLRC={out}/evil.sql psql -c 'SELECT 1'"),
        sh("a pager", "PAGER='touch {out}/made' psql -l"),
        sh("PGDATA outside", "PGDATA={out}/full pg_ctl -l logs/p.log start"),
        sh("another machine", "PGHOST=192.0.2.1 psql -l"),
        sh("somebody else's port", "psql -p 05432 -l"),
        sh(
            "a conninfo with another's passwords",
            "psql 'host=localhost passfile={out}/secret.txt'"));
  }

  private static Stream<Attempt> statements() {
    return Stream.of(
        sh("psql's shell", "psql -c '\\! touch {out}/made'"),
        sh("psql's shell behind something harmless", "psql -c '\\d \\! touch {out}/made'"),
        sh("psql's output", "psql -c '\\o {out}/made'"),
        sh("psql's output as an option", "psql -o {out}/made -c 'SELECT 1'"),
        sh("psql's log as a glued option", "psql -AtL{out}/made -c 'SELECT 1'"),
        sh("psql's input", "psql -f {out}/evil.sql"),
        sh("psql's include", "psql -c '\\i {out}/evil.sql'"),
        sh("psql's copy", "psql -c '\\copy (select 1) to {out}/made'"),
        sh("psql's backquotes", "psql -c '\\echo `touch {out}/made`'"),
        sh("psql's variable in a name", "psql -v x=y -c '\\setenv PAGER x'"),
        sql("COPY to a file", "COPY (SELECT 1) TO '{out}/made'"),
        sql("COPY to a file behind a comment", "/* x */ COPY--\n(SELECT 1) TO '{out}/made'"),
        sql("COPY to a program", "COPY (SELECT 1) TO PROGRAM 'touch {out}/made'"),
        sql("COPY from a file", "CREATE TABLE s(t text); COPY s FROM '{out}/secret.txt'"),
        sql(
            "COPY in a DO block",
            "DO $$ BEGIN EXECUTE 'COPY (SELECT 1) TO ''{out}/made'''; END $$"),
        sql("a file is read", "SELECT pg_read_file('{out}/secret.txt')"),
        sql("a file is read by a quoted name", "SELECT \"pg_read_file\"('{out}/secret.txt')"),
        sql(
            "a file is read by an escaped name",
            "SELECT U&\"pg\\005fread_file\"('{out}/secret.txt')"),
        sql("a file is read without parentheses", "SELECT ('{out}/secret.txt'::text).pg_read_file"),
        sql(
            "a file is read in a default",
            "CREATE TABLE d(t text DEFAULT pg_read_file('{out}/secret.txt'))"),
        sql(
            "a file is read for an index",
            "CREATE VIEW v AS SELECT 1 AS index FROM pg_class a JOIN pg_class b ON pg_read_file('{out}/secret.txt') = ''"),
        sql(
            "a file is read as a field",
            "SELECT f.pg_read_file FROM unnest(ARRAY['{out}/secret.txt']) AS f"),
        sql("COPY with a column named stdout", "COPY (SELECT 1 AS to stdout) TO '{out}/made'"),
        sql("a function behind a carriage return", "SELECT 1 --\r, pg_ls_dir('{out}')"),
        sql("an escaped archive command", "ALTER SYSTEM SET archive_command = E'touch \\057tmp'"),
        sql(
            "a connection in two strings",
            "CREATE SUBSCRIPTION s CONNECTION 'port=5432'\n' hostaddr=192.0.2.1' PUBLICATION p"),
        sql("a function in the catalog's columns", "INSERT INTO pg_proc (oid) VALUES (99999)"),
        sql("a folder is listed", "SELECT * FROM pg_ls_dir('{out}')"),
        sql("a large object is exported", "SELECT lo_export(lo_from_bytea(0, 'x'), '{out}/made')"),
        sql("a large object is imported", "SELECT lo_get(lo_import('{out}/secret.txt'))"),
        sql(
            "a text is run as a query",
            "SELECT query_to_xml('SELECT pg_read_file(''{out}/secret.txt'')', true, true, '')"),
        sql("a library is loaded", "LOAD '{out}/evil.so'"),
        sql(
            "a function in C",
            "CREATE FUNCTION f(text) RETURNS int LANGUAGE C AS 'libc.so.6', 'system'"),
        sql("a function in the catalog", "INSERT INTO pg_proc SELECT * FROM pg_proc LIMIT 0"),
        sql("a view over the catalog", "CREATE VIEW v2 AS SELECT * FROM pg_catalog.pg_proc"),
        sql("a language", "CREATE EXTENSION plpython3u"),
        sql("files as tables", "CREATE EXTENSION file_fdw"),
        sql("a tablespace outside", "CREATE TABLESPACE t LOCATION '{out}/full'"),
        sql("an archive command", "ALTER SYSTEM SET archive_command = 'touch {out}/made'"),
        sql(
            "a library at the next start",
            "ALTER SYSTEM SET shared_preload_libraries = '{out}/evil'"),
        sql("a library for each session", "ALTER ROLE postgres SET local_preload_libraries = 'x'"),
        sql("a log folder outside", "ALTER SYSTEM SET log_directory = '{out}'"),
        sql("a parameter behind a function", "SELECT set_config('log_directory', '{out}', false)"),
        sql("an open server", "ALTER SYSTEM SET listen_addresses = '*'"),
        sql("quotes that end differently", "SET standard_conforming_strings = off"));
  }

  private static Stream<Attempt> files() {
    return Stream.of(
        block(
            "an archive command in the settings",
            "settings file=data/postgresql.conf",
            "archive_command = 'touch {out}/made'"),
        block(
            "an archive command with more behind it",
            "settings file=data/postgresql.conf",
            "archive_command = 'cp %p ../archive/%f; touch {out}/made'"),
        block(
            "an archive outside",
            "settings file=data/postgresql.conf",
            "archive_command = 'cp %p ../../outside/%f'"),
        block(
            "an archive through a link",
            "settings file=data/postgresql.conf",
            "archive_command = 'cp %p ../way-out/%f'"),
        block(
            "a restore command",
            "settings file=data/postgresql.conf",
            "restore_command = 'touch {out}/made'"),
        block(
            "a command at the end of recovery",
            "settings file=data/postgresql.conf",
            "recovery_end_command = 'touch {out}/made'"),
        block(
            "a passphrase command",
            "settings file=data/postgresql.conf",
            "ssl_passphrase_command = 'touch {out}/made'"),
        block(
            "a data directory elsewhere",
            "settings file=data/postgresql.conf",
            "data_directory = '{out}'"),
        block(
            "sockets elsewhere",
            "settings file=data/postgresql.conf",
            "unix_socket_directories = '{out}'"),
        block(
            "an included file", "settings file=data/postgresql.conf", "include '{out}/evil.conf'"),
        block(
            "an included folder",
            "settings file=data/postgresql.conf",
            "include_dir '../../outside'"),
        block(
            "an escaped value",
            "settings file=data/postgresql.conf",
            "archive_command = 'touch \\057tmp'"),
        block("a settings file outside", "settings file={out}/evil.conf", "port = 5432"),
        block("a settings file through a link", "settings file=way-out/evil.conf", "port = 5432"),
        block(
            "a settings file that is no such file", "settings file=data/PG_VERSION", "port = 5432"),
        block("others let in", "hba file=data/pg_hba.conf", "host all all 0.0.0.0/0 trust"),
        block("hba lines from a file", "hba file=data/pg_hba.conf", "include {out}/evil.conf"),
        block(
            "databases from a file",
            "hba file=data/pg_hba.conf",
            "host @{out}/secret.txt all 127.0.0.1/32 trust"),
        block(
            "another machine asked for passwords",
            "hba file=data/pg_hba.conf",
            "host all all 127.0.0.1/32 ldap ldapserver=192.0.2.1"),
        block("hba lines outside", "hba file={out}/pg_hba.conf", "local all all trust"));
  }

  private static Stream<Attempt> laundering() {
    return Stream.of(
        block("an answer saved outside", "sql save={out}/made", "SELECT 'x'"),
        block("an answer saved through a link", "sql save=way-out/made.txt", "SELECT 'x'"),
        block(
            "an answer saved as settings",
            "sql save=data/postgresql.auto.conf",
            "SELECT 'archive_command = ''touch {out}/made'''"),
        block(
            "an answer saved as a map of tablespaces",
            "sql save=data/tablespace_map",
            "SELECT '16384 {out}/full'"),
        sh("a text becomes a table", "cp notes.txt data/global/1260"),
        sh("a text becomes settings", "cp notes.txt data/postgresql.auto.conf"),
        sh("a log becomes settings", "pg_ctl -D data -l data/postgresql.auto.conf restart"));
  }

  @ParameterizedTest
  @MethodSource("attempts")
  void doesNotGetOut(Attempt attempt) throws IOException {
    Map<String, String> before = bait();
    List<String> seen = new ArrayList<>();
    StepState state = run(attempt.blocks(), seen);
    assertThat(bait()).isEqualTo(before);
    assertThat(String.join("\n", seen)).doesNotContain(SECRET);
    // It was stopped by us and with a reason, and not by luck.
    assertThat(state.message()).as("%s", seen).matches("(?s).*(lesson|shell|plain|form|U&).*");
    assertThat(lab.bench.workspace().folder().resolve("stolen")).doesNotExist();
    assertThat(lab.sql(lab.primary(), "SELECT 1")).isEqualTo("1");
  }

  @Test
  void thereAreMoreThanThirty() {
    assertThat(attempts().map(Attempt::name).distinct().count())
        .isGreaterThan(30)
        .isEqualTo(attempts().count());
  }

  @Test
  void theSameMeansAreOpenInside() {
    List<String> seen = new ArrayList<>();
    run("```sh\nmkdir -p inside\ncp notes.txt inside\ncat inside/notes.txt\n```\n", seen);
    assertThat(seen).contains("mine");
    run("```sh\npsql -Atc \"SELECT 6 * 7\"\n```\n", seen);
    assertThat(seen).contains("42");
  }

  private StepState run(String blocks, List<String> seen) {
    String text = blocks.replace("{out}", outside.toString());
    Lab evil =
        LabReader.read("evil", "# Try {#try}\n\n" + text + "\n```check\nrunning primary\n```\n");
    lab.bench.agreements().agree(evil, 18);
    try (LabRun run = new LabRun(evil, lab.bench)) {
      run.subscribe(event -> {
        if (event instanceof LabEvent.Output output) {
          seen.add(output.line().text());
        }
      });
      return run.run(evil.steps().getFirst()).join();
    }
  }

  private Map<String, String> bait() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> all = Files.walk(outside)) {
      for (Path path : all.toList()) {
        found.put(path.toString(), Files.isRegularFile(path) ? Files.readString(path) : "");
      }
    }
    return found;
  }

  private static Attempt sh(String name, String line) {
    return new Attempt(name, "```sh\n" + line + "\n```\n");
  }

  private static Attempt sql(String name, String statement) {
    return new Attempt(name, "```sql\n" + statement + "\n```\n");
  }

  private static Attempt block(String name, String fence, String text) {
    return new Attempt(name, "```" + fence + "\n" + text + "\n```\n");
  }
}
