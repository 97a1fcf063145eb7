package replicationlab.cli;

import replicationlab.export.ExportFailed;
import replicationlab.export.Exporter;

/** For tests of commands that put nothing on paper. */
final class NoExports {

  static final Exporter EXPORTER =
      (order, watch) -> {
        throw new ExportFailed("Nothing is exported here.");
      };

  private NoExports() {}
}
