package replicationlab.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenAnswersTest {

  @TempDir private Path folder;

  @Test
  void anAnswerIsKnownAgainForItsDeckAlone() {
    new GivenAnswers(folder).remember("one.md", "a1", Set.of(2));
    new GivenAnswers(folder).remember("one.md", "b2", Set.of(0, 1));
    new GivenAnswers(folder).remember("one.md", "a1", Set.of(1));
    assertThat(new GivenAnswers(folder).of("one.md"))
        .isEqualTo(Map.of("a1", Set.of(1), "b2", Set.of(0, 1)));
    assertThat(new GivenAnswers(folder).of("two.md")).isEmpty();
  }

  @Test
  void whatIsTakenBackIsForgotten() {
    GivenAnswers answers = new GivenAnswers(folder);
    answers.remember("one.md", "a1", Set.of(2));
    answers.remember("one.md", "a1", Set.of());
    assertThat(answers.of("one.md")).isEmpty();
  }

  @Test
  void aSpoiltLineCostsItsAnswerAndNoOther() throws IOException {
    GivenAnswers answers = new GivenAnswers(folder);
    answers.remember("one.md", "a1", Set.of(2));
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.writeString(file, "b2 x\nc3\nd4 99999999999\n", StandardOpenOption.APPEND);
      }
    }
    assertThat(answers.of("one.md")).isEqualTo(Map.of("a1", Set.of(2)));
  }
}
