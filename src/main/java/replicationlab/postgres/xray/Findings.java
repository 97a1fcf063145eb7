package replicationlab.postgres.xray;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.config.SettingLine;
import replicationlab.postgres.xray.XrayFinding.Weight;

/** What those who look for findings share: whom they look at, and how they say what they found. */
abstract class Findings {

  private final List<XrayFinding> found;

  Findings(List<XrayFinding> found) {
    this.found = found;
  }

  abstract void look();

  final void problem(String row, String sentence) {
    found.add(new XrayFinding(Weight.PROBLEM, row, sentence, null, 0));
  }

  final void problem(String row, String sentence, Path file, int line) {
    found.add(new XrayFinding(Weight.PROBLEM, row, sentence, file, line));
  }

  /** At the line that sets something; else at the file in which it should be set. */
  final void problem(String row, String sentence, @Nullable SettingLine line, Path otherwise) {
    problem(row, sentence, line == null ? otherwise : line.file(), line == null ? 0 : line.line());
  }

  final void note(String row, String sentence, @Nullable Path file) {
    found.add(new XrayFinding(Weight.NOTE, row, sentence, file, 0));
  }

  /** The cluster's directory as people call it: "data2". */
  static String folder(Cluster cluster) {
    return String.valueOf(cluster.data().getFileName());
  }

  /** Where the server listens, or would. */
  static String port(ClusterXray x) {
    return x.serverLives() && x.pid().isPresent() && x.pid().get().port() > 0
        ? Integer.toString(x.pid().get().port())
        : x.settings().value("port", Defaults.of("port", x.majorNumber()));
  }

  static String value(ClusterXray x, String name) {
    return x.settings().value(name, Defaults.of(name, x.majorNumber()));
  }

  static Path conf(ClusterXray x) {
    return x.cluster().data().resolve("postgresql.conf");
  }
}
