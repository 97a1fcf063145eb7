package replicationlab.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.lab.Action;
import replicationlab.policy.LessonPolicy;
import replicationlab.policy.WorkspacePaths;

/** The course's drills are free of problems, and do nothing that a lesson may not do. */
class ShippedDrillsTest {

  @TempDir Path folder;

  @Test
  void theyAreReadWithoutAProblem() {
    assertThat(MistakesTest.book().problems()).isEmpty();
    assertThat(MistakesTest.book().drills()).hasSizeGreaterThan(40);
    assertThat(MistakesTest.book().drills())
        .allSatisfy(drill -> assertThat(drill.afterwards()).isNotEmpty());
  }

  @Test
  void everyActionIsOneThatALessonMayDo() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    Path share = Files.createDirectories(folder.resolve("share"));
    LessonPolicy policy =
        new LessonPolicy(new WorkspacePaths(folder.toRealPath(), share), Set.of(5432, 5433));
    List<String> refused = new ArrayList<>();
    for (Drill drill : MistakesTest.book().drills()) {
      for (Action action : drill.actions()) {
        try {
          policy.require(
              action,
              action
                  .text()
                  .replace("{share}", share.toString())
                  .replace("{sockets}", folder.toRealPath().resolve("sockets").toString()));
        } catch (IllegalArgumentException e) {
          refused.add(drill.id() + ": " + action.text() + ": " + e.getMessage());
        }
      }
    }
    assertThat(refused).isEmpty();
  }
}
