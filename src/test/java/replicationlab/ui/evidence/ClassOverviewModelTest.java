package replicationlab.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.evidence.SampleStudent;

/** A class in a sentence. */
class ClassOverviewModelTest {

  @TempDir Path folder;

  private final ClassOverviewModel model = new ClassOverviewModel(Runnable::run, Runnable::run);

  @Test
  void whoHasDoneAnotherLabHasNotDoneThisOne() throws IOException {
    SampleStudent.file(folder, "Ada", 17, 1);
    SampleStudent.file(folder, "Bob", 5, 2);
    SampleStudent.fileOfAnotherLab(folder, "Cleo");
    Files.writeString(folder.resolve("dan.evidence"), "nothing");
    model.open(List.of(folder));
    assertThat(model.headline())
        .isEqualTo("4 files, 1 with all steps passed, 1 of another lab, 1 unreadable");
  }
}
