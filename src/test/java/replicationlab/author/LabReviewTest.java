package replicationlab.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.course.ProgramFiles;
import replicationlab.deck.Problem;

class LabReviewTest {

  @TempDir Path folder;

  @Test
  void whereALessonLiesIsNoProblemOfIts() throws IOException {
    Path file = Files.createDirectories(folder.resolve("my lessons")).resolve("lab.md");
    Files.writeString(
        file,
        """
        # Make it a standby {#recovery}

        ```sh
        cp {share}/recovery.conf.sample data2/recovery.conf
        ```
        """);
    assertThat(LabReview.problems(file, new ProgramFiles(folder, folder, folder)))
        .extracting(Problem::message)
        .noneMatch(problem -> problem.contains("leads out of the workspace"));
  }
}
