package replicationlab.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.deck.Block;
import replicationlab.deck.DeckReader;

class CourseFilesTest {

  @TempDir Path folder;

  @Test
  void theProgramsFilesAreBesideItsJar() {
    ProgramFiles files = ProgramFiles.beside(folder.resolve("replication-lab.jar"));

    assertThat(files.lessons()).isEqualTo(folder.resolve("lessons"));
    assertThat(files.postgres()).isEqualTo(folder.resolve("postgres"));
  }

  @Test
  void classesRunByMavenUseTheProjectsFiles() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("target/classes"));

    assertThat(ProgramFiles.beside(classes))
        .isEqualTo(
            new ProgramFiles(
                folder.resolve("lessons"),
                folder.resolve("assets"),
                folder.resolve("target/app/postgres")));
  }

  @Test
  void aCourseIsAFolderWithADeck() throws IOException {
    Files.createDirectories(folder.resolve("lessons/empty"));
    write("lessons/ha/deck.md");
    write("lessons/ha/labs/two.md");
    write("lessons/ha/labs/one.md");
    write("lessons/ha/labs/notes.txt");

    assertThat(Courses.in(folder.resolve("lessons")))
        .singleElement()
        .satisfies(course -> {
          assertThat(course.id()).isEqualTo("ha");
          assertThat(course.labs()).extracting(Course::labId).containsExactly("one", "two");
        });
    assertThat(Courses.in(folder.resolve("nowhere"))).isEmpty();
  }

  @Test
  void aPictureIsAFileElseADiagramElseMissing() throws IOException {
    write("deck/images/a.png");
    write("assets/diagrams/a.diagram");
    write("assets/diagrams/b.diagram");
    Pictures pictures = new Pictures(folder.resolve("deck"), folder.resolve("assets"));

    assertThat(pictures.find(picture("./images/a.png")))
        .isEqualTo(new PictureSource.Image(folder.resolve("deck/images/a.png")));
    assertThat(pictures.find(picture("./images/b.png")))
        .isEqualTo(new PictureSource.Drawing(folder.resolve("assets/diagrams/b.diagram")));
    assertThat(pictures.find(picture("./images/c.png"))).isInstanceOf(PictureSource.Missing.class);
    assertThat(pictures.find(picture("a\u0000b"))).isInstanceOf(PictureSource.Missing.class);
    assertThat(pictures.find(picture(""))).isInstanceOf(PictureSource.Missing.class);
    assertThat(pictures.problems(DeckReader.read("# A\n\n![](b.png)\n\n![](c.png)\n")))
        .singleElement()
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(5));
  }

  private void write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
  }

  private static Block.Picture picture(String target) {
    return new Block.Picture(1, "", target);
  }
}
