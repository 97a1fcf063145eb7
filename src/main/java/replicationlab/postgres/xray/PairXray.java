package replicationlab.postgres.xray;

import java.util.List;
import replicationlab.postgres.cluster.ClusterPair;

/**
 * Both data directories side by side, at one moment.
 *
 * @param sections what there is to see
 * @param findings what is missing or contradictory, the gravest first
 */
public record PairXray(
    ClusterXray primary, ClusterXray standby, List<Section> sections, List<XrayFinding> findings) {

  /** Rows that belong together. */
  public record Section(String title, List<XrayRow> rows) {
    public Section {
      rows = List.copyOf(rows);
    }
  }

  public PairXray {
    sections = List.copyOf(sections);
    findings = List.copyOf(findings);
  }

  /** Looks at both directories now. Reads files only; some milliseconds. */
  public static PairXray of(ClusterPair clusters) {
    ClusterXray primary = ClusterXray.of(clusters.primary());
    ClusterXray standby = ClusterXray.of(clusters.standby());
    return new PairXray(
        primary,
        standby,
        new XrayBoard(primary, standby).sections(),
        new XrayFindings(primary, standby).all());
  }

  /** What is wrong with a row. */
  public List<XrayFinding> findings(XrayRow row) {
    return findings.stream().filter(finding -> finding.row().equals(row.key())).toList();
  }
}
