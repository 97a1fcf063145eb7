package replicationlab.postgres.xray;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import replicationlab.postgres.xray.XrayFinding.Weight;

/** Says what is missing or contradictory for two clusters to replicate. */
final class XrayFindings {

  private final ClusterXray primary;
  private final ClusterXray standby;

  XrayFindings(ClusterXray primary, ClusterXray standby) {
    this.primary = primary;
    this.standby = standby;
  }

  /** All of them, problems first. */
  List<XrayFinding> all() {
    List<XrayFinding> findings = new ArrayList<>();
    if (!primary.exists()) {
      findings.add(note("directory", "There is no primary yet; initdb makes it."));
    } else {
      new PrimaryFindings(primary, standby, findings).look();
    }
    if (primary.exists() && !standby.exists()) {
      findings.add(
          note("directory", "There is no standby yet: it begins as a copy of the primary."));
    }
    if (standby.exists()) {
      new StandbyFindings(primary, standby, findings).look();
      new PairFindings(primary, standby, findings).look();
    }
    for (ClusterXray each : List.of(primary, standby)) {
      if (each.exists()) {
        new FileFindings(each, findings).look();
      }
    }
    findings.sort(Comparator.comparing(XrayFinding::weight));
    return findings;
  }

  private static XrayFinding note(String row, String sentence) {
    return new XrayFinding(Weight.NOTE, row, sentence, null, 0);
  }
}
