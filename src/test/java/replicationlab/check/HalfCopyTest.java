package replicationlab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import replicationlab.checkpoint.MovedFolder;
import replicationlab.checkpoint.MovedFolders;
import replicationlab.run.TestLab;
import replicationlab.terminal.Pasted;

/** A pasted remedy copies the primary, and a copy that stops halfway is taken for none. */
@Tag("lab")
@Tag("slow")
class HalfCopyTest {

  /** Such a file's first part is copied, and then cp is killed. */
  private static final String NO_LONG_FILES = "ulimit -f 4096\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"18", "15", "9.6"})
  void makesWayAndTheNextOneHeals(String postgres) {
    makesWayAndTheNextOneHeals(postgres, Pasted::into);
  }

  @Test
  void makesWayWhereTheMachineHasNoPsql() {
    makesWayAndTheNextOneHeals("18", Pasted::withoutPsql);
  }

  private void makesWayAndTheNextOneHeals(
      String postgres, BiFunction<TestLab, String, String> shell) {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      String answer = shell.apply(lab, NO_LONG_FILES + copyAgain(lab));
      assertThat(answer).as("cp was killed").contains("File size limit exceeded");
      assertThat(lab.standby().data()).as("%s", answer).doesNotExist();
      if (lab.system().major() >= 15) {
        assertThat(answer).contains("data2/backup_label: No such file or directory");
      }
      assertThat(new MovedFolders(lab.bench.workspace()).all())
          .as("the standby from before, and half a copy")
          .hasSizeBetween(1, 2)
          .extracting(MovedFolder::name)
          .allMatch(name -> name.startsWith("data2-"));
      assertThat(lab.proof().verdict()).as("%s", answer).isEqualTo(Verdict.FAILED);

      String again = shell.apply(lab, copyAgain(lab));
      assertThat(lab.proof().verdict()).as("%s", again).isEqualTo(Verdict.PASSED);
    }
  }

  private static String copyAgain(TestLab lab) {
    try (Asking asking = new Asking()) {
      String text = FreshCopy.of(new Scene(lab.system(), asking)).as("Copy.").text(lab.system());
      assertThat(List.of(text.split("\n", -1)))
          .filteredOn(line -> !line.endsWith("recovery.conf")) // with the server's own path
          .allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
      return text;
    }
  }
}
