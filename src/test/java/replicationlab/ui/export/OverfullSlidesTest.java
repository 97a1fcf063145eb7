package replicationlab.ui.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.course.Courses;
import replicationlab.course.OpenedDeck;
import replicationlab.course.ProgramFiles;
import replicationlab.deck.Problem;
import replicationlab.export.ExportFailed;
import replicationlab.export.LayoutCheck;

/** Which slides an audience would not see at once. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // JUnit does it
@ExtendWith(ApplicationExtension.class)
class OverfullSlidesTest {

  @TempDir private Path folder;

  private final AtomicInteger started = new AtomicInteger();
  private final OverfullSlides check = new OverfullSlides(18, started::incrementAndGet);

  @Start
  void start(Stage stage) {
    // The extension has started JavaFX.
  }

  private OpenedDeck deck(String text) throws IOException {
    return OpenedDeck.open(Files.writeString(folder.resolve("deck.md"), text), ProgramFiles.find());
  }

  @Test
  void aSlideOfSixtyBulletsIsNamedWithItsLine() throws Exception {
    OpenedDeck deck = deck("# Fine\n\n* one\n\n***\n\n# Full\n\n" + "* a line\n".repeat(60));
    assertThat(check.of(deck).problems())
        .singleElement()
        .returns(7, Problem::line)
        .satisfies(problem ->
            assertThat(problem.message())
                .startsWith("the slide is too full: its text shrinks to 56 %"));
  }

  @Test
  void theCourseIsReadableFromTheBackRow() throws Exception {
    ProgramFiles files = ProgramFiles.find();
    OpenedDeck course = OpenedDeck.open(Courses.deck(files, Courses.FIRST), files);
    assertThat(check.of(course).problems()).isEmpty();
    assertThat(started).hasValue(1);
  }

  @Test
  void aSlideThatIsMerelyFullIsANote() throws Exception {
    LayoutCheck.Fullness full = check.of(deck("# Full\n\n" + "* a line\n".repeat(18)));
    assertThat(full.problems()).isEmpty();
    assertThat(full.notes())
        .singleElement()
        .returns(1, Problem::line)
        .satisfies(note ->
            assertThat(note.message()).matches("note: the slide is full: .* shrinks to [6-9]. %"));
  }

  @Test
  void codeThatNobodyCanReadIsAProblemBeforeItMustBeScrolled() throws Exception {
    OpenedDeck full = deck("# Full\n\n" + "* a line\n".repeat(22) + "\n```sh\npsql -l\n```\n");
    assertThat(check.of(full).problems())
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.message()).contains("its code cannot be read from the back row"));
  }

  @Test
  void tenThousandSlidesThatSurelyFitAreNotEvenLaidOut() throws Exception {
    assertThat(check.of(deck("# Same\n\n* text\n\n***\n\n".repeat(10_000))))
        .isEqualTo(LayoutCheck.Fullness.NONE);
    assertThat(started).hasValue(0);
  }

  @Test
  void thatItCannotBeCheckedIsNoAnswer() throws IOException {
    OpenedDeck full = deck("# Full\n\n" + "* a line\n".repeat(60));
    OverfullSlides cannot =
        new OverfullSlides(
            18,
            () -> {
              throw new ExportFailed("There is no JavaFX here.");
            });
    assertThatThrownBy(() -> cannot.of(full))
        .isInstanceOf(ExportFailed.class)
        .hasMessage("There is no JavaFX here.");
  }
}
