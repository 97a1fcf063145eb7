package replicationlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.checkpoint.CheckpointStore;
import replicationlab.course.ProgramFiles;
import replicationlab.deck.Problem;
import replicationlab.export.ExportFailed;
import replicationlab.export.LayoutCheck;
import replicationlab.lab.LessonDigest;
import replicationlab.progress.Progress;
import replicationlab.progress.ProgressFile;
import replicationlab.progress.Workspace;
import replicationlab.progress.WorkspaceLock;
import replicationlab.run.TestLab;

/**
 * What scripts and other programs rely on: exit codes, JSON, and one sentence for what goes wrong.
 */
@Tag("lab")
@SuppressWarnings("NullAway.Init") // @BeforeEach does it
class CommandLineInterfaceTest {

  @TempDir Path folder;

  private CalledProgram program;

  @BeforeEach
  void call() {
    program = new CalledProgram(folder);
  }

  private int run(String... args) {
    return program.run(args);
  }

  private JsonNode json() throws IOException {
    return program.json();
  }

  @Test
  void aDeckIsToldAsJson() throws IOException {
    Path deck =
        Files.writeString(
            folder.resolve("deck.md"), "---\ntitle: T\n---\n\n# One\n\n* a\n* b\n\n\tpsql -l\n");
    assertThat(run("slides", deck.toString(), "--json")).isZero();
    assertThat(json().get("title").asText()).isEqualTo("T");
    JsonNode slide = json().get("slides").get(0);
    assertThat(slide.get("title").asText()).isEqualTo("One");
    assertThat(slide.get("name").asText()).isEqualTo("one");
    assertThat(slide.get("blocks").get(0).get("kind").asText()).isEqualTo("bullets");
    assertThat(slide.get("blocks").get(1).get("kind").asText()).isEqualTo("code");
    assertThat(json().get("problems")).isEmpty();
  }

  @Test
  void aSlideThatIsTooFullIsAProblemUnlessNobodyWantsToKnow() throws IOException {
    Path deck = Files.writeString(folder.resolve("deck.md"), "# One\n");
    program.layout(opened ->
        new LayoutCheck.Fullness(List.of(new Problem(1, "the slide is too full")), List.of()));
    assertThat(run("slides", deck.toString())).isEqualTo(2);
    assertThat(program.out()).contains("deck.md:1: the slide is too full");
    assertThat(run("slides", deck.toString(), "--text-only")).isZero();
    program.layout(
        opened -> new LayoutCheck.Fullness(List.of(), List.of(new Problem(1, "note: full"))));
    assertThat(run("slides", deck.toString())).as("a note is no problem").isZero();
    assertThat(program.out()).contains("deck.md:1: note: full");
    program.layout(opened -> {
      throw new ExportFailed("There is no JavaFX here.");
    });
    assertThat(run("slides", deck.toString())).as("neither a problem nor none").isZero();
    assertThat(program.err()).contains("was not checked. There is no JavaFX here.");
  }

  @Test
  void aMissingPictureIsAProblemWithItsLine() throws IOException {
    Path deck =
        Files.writeString(folder.resolve("deck.md"), "# One\n\n![](./images/nowhere.png)\n");
    assertThat(run("slides", deck.toString(), "--json")).isEqualTo(2);
    assertThat(json().get("problems").get(0).get("line").asInt()).isEqualTo(3);
    assertThat(json().get("problems").get(0).get("message").asText()).contains("nowhere.png");
  }

  @Test
  void theShippedCourseHasTwentySevenSlidesAndEighteenPicturesAndNoProblem() throws IOException {
    Path deck = ProgramFiles.find().lessons().resolve("high-availability/deck.md");
    assertThat(run("slides", deck.toString(), "--json")).as(program.out()).isZero();
    assertThat(json().get("slides")).hasSize(27);
    assertThat(json().findValuesAsText("kind")).filteredOn("picture"::equals).hasSize(18);
  }

  @Test
  void everyCommandExplainsItself() {
    for (String[] command :
        new String[][] {
          {"--help"},
          {"slides", "--help"},
          {"lab", "--help"},
          {"lab", "run", "--help"},
          {"lab", "list", "--help"},
          {"lab", "reset", "--help"},
          {"lab", "tidy", "--help"},
          {"check", "--help"},
          {"postgres", "--help"},
          {"stop", "--help"}
        }) {
      assertThat(run(command)).isZero();
      assertThat(program.out()).contains("Usage:");
    }
  }

  @Test
  void labsAreListedAndAnUnknownOneIsAnsweredWithThoseThatThereAre() {
    assertThat(run("lab", "list")).isZero();
    assertThat(program.out()).contains("lab-exercise-1");
    assertThat(run("lab", "run", "lab-exercise-9")).isEqualTo(2);
    assertThat(program.err()).contains("lab-exercise-1").hasLineCount(1);
  }

  @Test
  void aLabIsListedWithItsProgressWhileAnotherIsDoneInItsWorkspace() {
    Workspace workspace = Workspace.open(folder.resolve("lab"));
    ProgressFile file = new ProgressFile(workspace);
    file.save(new Progress("lab-exercise-1", "bin", 5432, 5433, Set.of("initdb", "wal")));
    file.save(new Progress("another", "bin", 5432, 5433, Set.of()));
    assertThat(run("lab", "list", "--workspace", workspace.folder().toString())).isZero();
    assertThat(program.out()).contains("(17 steps), 2 of 17 passed");
  }

  @Test
  void damagedCheckpointsAreListedAsDamaged() throws IOException {
    Workspace workspace = Workspace.open(folder.resolve("lab"));
    CheckpointStore store = new CheckpointStore(workspace);
    Progress progress = new Progress("lab-exercise-1", "bin", 5432, 5433, Set.of());
    for (String step : List.of("initdb", "of-old", "hba")) {
      store.take(
          new Checkpoint("", step, Checkpoint.Kind.STEP, 0, "there", progress, Set.of(), false, 0),
          Map.of());
    }
    Files.writeString(workspace.checkpoints().resolve("2.files"), "[");
    Files.writeString(workspace.checkpoints().resolve("3.json"), "{");
    String[] list = {"lab", "checkpoints", "--workspace", workspace.folder().toString()};
    assertThat(run(list)).isZero();
    assertThat(program.out().lines().toList())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .matches(" *1 .*after +1 of 17 · Create a cluster \\(initdb\\)  no server ran"),
            line ->
                assertThat(line).matches(" *2 .*after +of-old +damaged, cannot be gone back to"),
            line -> assertThat(line).startsWith("  3  damaged, cannot be gone back to"),
            line -> assertThat(line).startsWith("3 checkpoints, "));
    assertThat(run(with(list, "--json"))).isZero();
    assertThat(json().get("checkpoints").findValuesAsText("step"))
        .containsExactly("initdb", "of-old", "");
    assertThat(json().get("checkpoints").findValuesAsText("id")).containsExactly("1", "2", "3");
    assertThat(json().get("checkpoints").findValues("damaged"))
        .extracting(JsonNode::asBoolean)
        .containsExactly(false, true, true);
  }

  @Test
  void peopleAreToldAStepsTitleAndProgramsItsName() throws IOException {
    Workspace workspace = Workspace.open(folder.resolve("lab"));
    Progress progress = new Progress("lab-exercise-1", "bin", 5432, 5433, Set.of("initdb"));
    new CheckpointStore(workspace)
        .take(
            new Checkpoint(
                "", "initdb", Checkpoint.Kind.STEP, 0, "there", progress, Set.of(), false, 0),
            Map.of());
    String[] inspect = {"lab", "inspect", "--workspace", workspace.folder().toString()};
    Files.writeString(workspace.progressFile(), "{");
    run(inspect);
    assertThat(program.out()).contains("the checkpoint after 'Create a cluster'.");
    Files.writeString(workspace.progressFile(), "{");
    Files.deleteIfExists(workspace.progressBefore());
    run(with(inspect, "--json"));
    assertThat(json().findValuesAsText("words"))
        .anyMatch(words -> words.contains("the checkpoint after 'initdb'."));
  }

  @Test
  void bothBundledServersAreListed() throws IOException {
    assertThat(run("postgres", "--json")).isZero();
    assertThat(json().findValuesAsText("origin")).contains("bundled");
    assertThat(json().findValuesAsText("version").getFirst()).startsWith("18.");
  }

  @Test
  void aFolderThatIsNoWorkspaceIsNeitherCheckedNorStoppedNorReset() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");
    for (String[] command :
        new String[][] {
          {"check", "--workspace", folder.toString()},
          {"stop", "--workspace", folder.toString()},
          {"lab", "reset", "--workspace", folder.toString()},
          {"lab", "tidy", "--yes", "--workspace", folder.toString()}
        }) {
      assertThat(run(command)).isEqualTo(2);
      assertThat(program.err()).contains("is not a workspace").hasLineCount(1);
    }
    assertThat(mine).exists();
  }

  @Test
  void aWorkspaceThatIsOpenInAWindowIsNeitherRunNorReset() {
    Workspace open = Workspace.open(folder.resolve("lab"));
    try (WorkspaceLock _ = WorkspaceLock.take(open)) {
      assertThat(run("lab", "run", "lab-exercise-1", "--workspace", open.folder().toString()))
          .isEqualTo(2);
      assertThat(program.err()).contains("is open in another window").hasLineCount(1);
      assertThat(open.primaryData()).doesNotExist();
      assertThat(run("lab", "reset", "--workspace", open.folder().toString())).isEqualTo(2);
      assertThat(program.err()).contains("is open in another window").hasLineCount(1);
    }
  }

  @Test
  void aLabIsRunKeptCheckedStoppedAndReset() throws IOException {
    String workspace = folder.resolve("lab").toString();
    String ports = TestLab.freePorts().toString();
    assertThat(
            run(
                "lab",
                "run",
                "lab-exercise-1",
                "--workspace",
                workspace,
                "--ports",
                ports,
                "--keep",
                "--json"))
        .as(program.out() + program.err())
        .isZero();
    assertThat(json().get("verdict").asText()).isEqualTo("passed");
    assertThat(json().get("postgres").asText()).startsWith("18.");
    assertThat(json().get("steps")).allMatch(step -> step.get("verdict").asText().equals("passed"));

    assertThat(json().findValuesAsText("how")).hasSize(17).containsOnly("assisted");
    assertThat(run("lab", "list", "--workspace", workspace)).isZero();
    assertThat(program.out()).contains("(17 steps), 17 of 17 passed: 17 assisted");

    assertThat(run("check", "--workspace", workspace, "--json")).isZero();
    assertThat(json().get("checks"))
        .allMatch(check -> check.get("verdict").asText().equals("passed"));
    assertThat(json().get("checks").get(0).fieldNames())
        .toIterable()
        .containsExactly("name", "verdict", "question", "sql", "answer", "cause", "remedy");

    String[] again = {"lab", "run", "lab-exercise-1", "--workspace", workspace, "--json"};
    assertThat(run(with(again, "--postgres", "9.6"))).isEqualTo(2);
    assertThat(program.err()).contains("was begun with PostgreSQL 18.", " and keeps them; leave");
    assertThat(run(with(again, "--ports", TestLab.freePorts().toString()))).isEqualTo(2);
    assertThat(program.out()).isEmpty();

    assertThat(run("stop", "--workspace", workspace)).isZero();
    assertThat(run("check", "--workspace", workspace, "--json")).isEqualTo(1);
    assertThat(json().get("verdict").asText()).isEqualTo("failed");

    assertThat(run("lab", "reset", "--workspace", workspace)).isZero();
    assertThat(folder.resolve("lab/data")).doesNotExist();
  }

  @Test
  void theDoctorTellsEachThingAndItsRemedy() throws IOException {
    int exit = run("doctor", "--json", "--ports", TestLab.freePorts().toString());
    boolean problem =
        json().get("checks").findValuesAsText("grade").stream().anyMatch("problem"::equals);
    assertThat(exit).isEqualTo(problem ? 1 : 0);
    assertThat(json().get("checks").findValuesAsText("name"))
        .contains("Java", "PostgreSQL's programs", "Disk space", "Speed of fsync", "Ports");

    assertThat(run("doctor", "--postgres", "7")).isEqualTo(1);
    assertThat(program.out())
        .containsPattern("problem +PostgreSQL's programs")
        .contains("remedy: There is no PostgreSQL 7 here")
        .contains("Mend the problems first.");
    assertThat(run("doctor", "--ports", "5432")).isEqualTo(2);
  }

  @Test
  void aLabFromElsewhereRunsNothingBeforeItWasAgreedTo() throws IOException {
    Path lab =
        Files.writeString(
            folder.resolve("mine.md"),
            "# Make notes {#notes}\n\n```sh\nmkdir notes-%s\n```\n\n```check\ncluster primary\n```\n"
                .formatted(folder.getFileName()));
    String workspace = folder.resolve("lab").toString();
    String ports = TestLab.freePorts().toString();
    String[] call = {
      "lab", "run", lab.toString(), "--workspace", workspace, "--ports", ports, "--postgres", "18"
    };

    assertThat(run(with(call, "--json"))).isEqualTo(2);
    assertThat(program.out()).as("what is no JSON").isEmpty();

    assertThat(run(call)).isEqualTo(2);
    assertThat(program.out())
        .contains("did not come with this program")
        .contains("$ mkdir notes-")
        .contains("Nothing was run. If you agree, say so: --agree ");
    Path made = folder.resolve("lab/notes-" + folder.getFileName());
    assertThat(made).doesNotExist();

    String digest = LessonDigest.of(Files.readString(lab));
    assertThat(run(with(call, "--agree", digest.replace('a', 'b') + "0"))).isEqualTo(2);
    assertThat(program.out()).contains("which is another text than this one");
    assertThat(made).doesNotExist();

    // The step's check fails, because nothing was initialised; but it ran.
    assertThat(run(with(call, "--agree", digest))).isEqualTo(1);
    assertThat(program.out()).contains("\n1 of 1 · Make notes\n").contains("FAILED");
    assertThat(made).isEmptyDirectory();
  }

  private static String[] with(String[] call, String... more) {
    return Stream.concat(Stream.of(call), Stream.of(more)).toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(strings = {"18", "9.6"})
  void everyShippedLabIsAsItShouldBe(String postgres) throws IOException {
    Path lessons = ProgramFiles.find().lessons();
    try (Stream<Path> files = Files.walk(lessons)) {
      List<Path> labs =
          files
              .filter(file ->
                  file.resolveSibling("").endsWith("labs") && file.toString().endsWith(".md"))
              .toList();
      assertThat(labs).isNotEmpty();
      for (Path lab : labs) {
        assertThat(run("lab", "test", lab.toString(), "--postgres", postgres, "--json"))
            .as("%s%n%s", program.out(), program.err())
            .isZero();
        assertThat(json().get("trials").get(0).get("steps"))
            .isNotEmpty()
            .allMatch(
                step -> step.get("passesAfter").asBoolean() && step.get("undone").asBoolean());
      }
    }
  }

  @Test
  void labThatIsNotUtf8IsNamedWithItsLine() throws IOException {
    Path lab = folder.resolve("lab.md");
    Files.write(lab, "# A lab\n\nIn Z\u00fcrich\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(run("lab", "test", lab.toString())).isEqualTo(2);
    assertThat(program.err())
        .contains("lab.md is not UTF-8: line 3", "save the file as UTF-8")
        .hasLineCount(1);
    assertThat(run("lab", "run", lab.toString())).isEqualTo(2);
    assertThat(program.err()).contains("line 3");
  }
}
