package replicationlab.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import replicationlab.lab.Action;
import replicationlab.lab.Versions;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.run.Stage;
import replicationlab.run.TestLab;

/** A finished lab in the hands of somebody who does things in another way than the course. */
record Pair(TestLab lab, int major) {

  Cluster primary() {
    return lab.primary();
  }

  Cluster standby() {
    return lab.standby();
  }

  static Path settings(Cluster cluster) {
    return cluster.data().resolve("postgresql.conf");
  }

  /** Where the settings of a standby stand: since 12 they are settings as all others. */
  Path recovery() {
    return standby().data().resolve(major < 12 ? "recovery.conf" : "postgresql.conf");
  }

  /** The last line of two for one name counts. */
  Pair add(Path file, String lines) {
    Stage.append(file, lines + "\n");
    return this;
  }

  /** Takes every line for a name out of a file. */
  Pair remove(Path file, String... names) {
    for (String name : names) {
      Pattern line = Pattern.compile("(?im)^[ \\t]*" + name + "\\b.*\\R?");
      write(file, line.matcher(read(file)).replaceAll(""));
    }
    return this;
  }

  Pair hba(String... rules) {
    String own = "local all all trust\nhost all all 127.0.0.1/32 trust\n";
    write(primary().data().resolve("pg_hba.conf"), own + String.join("\n", List.of(rules)) + "\n");
    return reload(primary());
  }

  Pair conninfo(String text) {
    return remove(recovery(), "primary_conninfo")
        .add(recovery(), "primary_conninfo = '" + text + "'")
        .restart(standby());
  }

  Pair restart(Cluster... clusters) {
    for (Cluster cluster : clusters) {
      lab.stop(cluster);
      lab.start(cluster);
    }
    return this;
  }

  Pair reload(Cluster cluster) {
    return sql(cluster, "SELECT pg_reload_conf()");
  }

  /** Statements, each in a transaction of its own. */
  Pair sql(Cluster cluster, String... statements) {
    lab.sql(cluster, statements);
    return this;
  }

  /** A command line, as the lab would run it. */
  Pair run(String command) {
    List<Action> actions = List.of(new Action.Command(0, Versions.ALL, command, false));
    assertThat(Stage.act(lab, actions)).isEmpty();
    return this;
  }

  /** Up to 9.6 a promotion is not waited for. */
  void awaitPrimary() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> lab.sql(primary(), "SELECT pg_is_in_recovery()").equals("f"));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static void write(Path file, String text) {
    write(file, text, StandardCharsets.UTF_8);
  }

  static void write(Path file, String text, Charset charset) {
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text, charset);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
