package replicationlab.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What is found of a backup that was interrupted between its begin and its end. */
class LeftBackupTest extends LeftWorkspace {

  private static final String LABEL = "START WAL LOCATION: 0/2000028\n";

  private static final Finding GONE_WITH_PRIMARY =
      Finding.offered(
          "A backup was under way when the primary went, and it has gone with it; begin it again,"
              + " and copy again.");

  @Test
  void aBackupThatWentWithItsServerIsTold() throws IOException {
    begun("9.6");
    cluster("data", "9.6");
    write("data/backup_label", LABEL);
    assertThat(inspect()).containsExactly(GONE_WITH_PRIMARY);
  }

  @Test
  void aCopyForABackupThatWasCutShortIsTold() throws IOException {
    begun("9.6");
    cluster("data", "9.6");
    cluster("data2", "9.6");
    write("data/backup_label.old", LABEL);
    write("data2/backup_label", LABEL);
    assertThat(inspect()).containsExactly(GONE_WITH_PRIMARY);
  }

  @Test
  void anOlderLabelThatWasCopiedAlongIsNothingToSpeakOf() throws IOException {
    begun("9.6");
    cluster("data", "9.6");
    cluster("data2", "9.6");
    write("data/backup_label.old", LABEL);
    write("data2/backup_label.old", LABEL);
    write("data2/backup_label", "START WAL LOCATION: 0/4000028\n");
    assertThat(inspect()).isEmpty();
    Files.delete(workspace.standbyData().resolve("backup_label"));
    assertThat(inspect()).isEmpty();
  }

  @Test
  void aBackupThatEndedWithItsSessionIsToldWithTheWayBack() throws IOException {
    begun("18");
    cluster("data", "18");
    checkpointAfter("first-table");
    checkpointAfter("start-backup", true);
    assertThat(inspect())
        .containsExactly(
            Finding.offered(
                "A backup was under way, and it has gone with the lab's session that had begun it;"
                    + " begin it again, and copy again. Or go back to after 'first-table'."));
  }

  @Test
  void aBackupThatHasItsLabelIsOver() throws IOException {
    begun("18");
    cluster("data", "18");
    cluster("data2", "18");
    checkpointAfter("copy", true);
    write("data2/backup_label", LABEL);
    assertThat(inspect()).isEmpty();
  }
}
