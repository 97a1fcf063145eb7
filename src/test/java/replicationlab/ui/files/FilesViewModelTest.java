package replicationlab.ui.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.postgres.config.LiveConfig;
import replicationlab.postgres.config.PendingChange;
import replicationlab.run.TestLab;

/** Editing files, with others who edit them too, and servers that take them. */
class FilesViewModelTest {

  @TempDir Path folder;
  private @Nullable FilesLab lab;
  private final List<String> trouble = new ArrayList<>();
  private final OneThread fx = new OneThread();
  private final FilesViewModel model =
      new FilesViewModel(Runnable::run, Runnable::run, fx, trouble::add);

  @AfterEach
  void close() {
    model.setShowing(false);
    model.opened(null);
  }

  private OpenFile current() {
    return Objects.requireNonNull(model.currentProperty().get());
  }

  private Path conf() {
    return folder.resolve("data/postgresql.conf");
  }

  private void openSample() throws IOException {
    lab = SampleFiles.in(folder);
    model.opened(lab);
    model.setShowing(true);
  }

  @Test
  void offersBothClustersFilesAndOpensThePrimarysSettings() throws IOException {
    openSample();
    assertThat(model.choices())
        .extracting(FileChoice::name)
        .containsExactly(
            "data/postgresql.conf",
            "data/pg_hba.conf",
            "data/pg_ident.conf",
            "data/postgresql.auto.conf",
            "data2/postgresql.conf",
            "data2/pg_hba.conf",
            "data2/pg_ident.conf",
            "data2/postgresql.auto.conf");
    assertThat(current().textProperty().get()).isEqualTo(SampleFiles.EDITED);
    assertThat(current().comparisonProperty().get().marks()).hasSize(5);
  }

  @Test
  void ofQuestionsThatWaitOnlyTheLastIsAsked() throws IOException {
    List<Runnable> questions = new ArrayList<>();
    AtomicInteger answers = new AtomicInteger();
    FilesViewModel asking =
        new FilesViewModel(
            Runnable::run,
            questions::add,
            answer -> {
              answers.incrementAndGet();
              answer.run();
            },
            trouble::add);
    asking.opened(SampleFiles.in(folder));
    asking.setShowing(true);
    asking.filesChanged();
    Runnable last = questions.removeLast();
    assertThat(questions).isNotEmpty();
    answers.set(0);
    questions.forEach(Runnable::run);
    assertThat(answers).hasValue(0);
    last.run();
    assertThat(answers.get()).isPositive();
    asking.setShowing(false);
  }

  @Test
  void savesWhatWasTypedAndKeepsTheMode() throws IOException {
    openSample();
    current().textProperty().set("port = 5432\nport = 5433\n");
    assertThat(current().isDirty()).isTrue();
    assertThat(model.unsaved()).containsExactly("data/postgresql.conf");
    assertThat(current().problemsProperty().get()).hasSize(1);
    model.save();
    assertThat(current().isDirty()).isFalse();
    assertThat(Files.readString(conf())).isEqualTo("port = 5432\nport = 5433\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(conf())))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder.resolve("data"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".replication-lab"));
    }
  }

  @Test
  void tellsThatAlterSystemOverridesALineAsSoonAsItDoes() throws IOException {
    openSample();
    current().textProperty().set("port = five\n");
    assertThat(current().problemsProperty().get())
        .singleElement()
        .satisfies(problem -> assertThat(problem.sentence()).contains("takes a number"));
    Files.writeString(conf().resolveSibling("postgresql.auto.conf"), "port = '5440'\n");
    model.filesChanged();
    assertThat(current().problemsProperty().get())
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.sentence()).startsWith("Overridden by line 1 of postgresql.auto."));
  }

  @Test
  void endsTheLastLineWhenItSavesSoThatAnAppendedOneDoesNotJoinIt() throws IOException {
    openSample();
    current().textProperty().set("port = 5432");
    model.save();
    assertThat(Files.readString(conf())).isEqualTo("port = 5432\n");
    assertThat(current().textProperty().get()).isEqualTo("port = 5432\n");
    assertThat(current().isDirty()).isFalse();
    current().textProperty().set("");
    model.save();
    assertThat(Files.readString(conf())).isEmpty();
  }

  @Test
  void takesWhatAStepOfTheLabWroteIfNothingWouldBeLost() throws IOException {
    openSample();
    Files.writeString(conf(), "port = 7000\n");
    model.filesChanged();
    assertThat(current().textProperty().get()).isEqualTo("port = 7000\n");
    assertThat(current().changedOnDiskProperty().get()).isFalse();
  }

  @Test
  void asksWhenBothHaveWritten() throws IOException {
    openSample();
    current().textProperty().set("port = 1\n");
    Files.writeString(conf(), "port = 7000\n");
    model.save();
    assertThat(current().changedOnDiskProperty().get()).isTrue();
    assertThat(Files.readString(conf())).isEqualTo("port = 7000\n");
    model.save();
    assertThat(Files.readString(conf())).isEqualTo("port = 7000\n");

    model.keepMine();
    model.save();
    assertThat(Files.readString(conf())).isEqualTo("port = 1\n");

    current().textProperty().set("port = 2\n");
    Files.writeString(conf(), "port = 7001\n");
    model.filesChanged();
    assertThat(current().changedOnDiskProperty().get()).isTrue();
    model.revert();
    assertThat(current().textProperty().get()).isEqualTo("port = 7001\n");
    assertThat(current().isDirty()).isFalse();
  }

  @Test
  void keepsWhatIsTypedIntoSeveralFilesUntilAllAreSaved() throws IOException {
    openSample();
    current().textProperty().set("port = 1\n");
    model.open(folder.resolve("data2/pg_hba.conf"), 3);
    current().textProperty().set("local all all trust\n");
    assertThat(model.unsaved()).containsExactly("data/postgresql.conf", "data2/pg_hba.conf");
    model.saveAll(() -> {});
    assertThat(model.unsaved()).isEmpty();
    assertThat(Files.readString(conf())).isEqualTo("port = 1\n");
  }

  /** As a program that was killed has left it: nothing is saved, nothing is closed. */
  private FilesViewModel nextProgram() throws IOException {
    FilesViewModel next = new FilesViewModel(Runnable::run, Runnable::run, fx, trouble::add);
    next.opened(lab);
    next.setShowing(true);
    return next;
  }

  @Test
  void showsAgainWhatWasTypedBeforeTheProgramWasKilled() throws IOException {
    openSample();
    model.open(folder.resolve("data2/pg_hba.conf"), 0);
    current().textProperty().set("local all all tru");
    current().textProperty().set("local all all trust\n");
    Path draft = folder.resolve(".drafts/data2%2Fpg_hba.conf.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(draft)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(draft.getParent())))
        .isEqualTo("rwx------");

    FilesViewModel next = nextProgram();
    OpenFile again = Objects.requireNonNull(next.currentProperty().get());
    assertThat(again.choice().name()).isEqualTo("data2/pg_hba.conf");
    assertThat(again.textProperty().get()).isEqualTo("local all all trust\n");
    assertThat(again.recoveredProperty().get()).isTrue();
    assertThat(again.changedOnDiskProperty().get()).isFalse();
    assertThat(next.unsaved()).containsExactly("data2/pg_hba.conf");
    assertThat(Files.readString(folder.resolve("data2/pg_hba.conf"))).isEqualTo(SampleFiles.HBA);

    next.save();
    assertThat(again.recoveredProperty().get()).isFalse();
    assertThat(draft).doesNotExist();
    assertThat(Files.readString(folder.resolve("data2/pg_hba.conf")))
        .isEqualTo("local all all trust\n");
    next.setShowing(false);
    assertThat(trouble).isEmpty();
  }

  @Test
  void givesUpWhatWasTypedOnlyWhenTold() throws IOException {
    openSample();
    current().textProperty().set("port = 1\n");
    Path draft = folder.resolve(".drafts/data%2Fpostgresql.conf.json");
    Files.writeString(conf(), "port = 7000\n");

    FilesViewModel next = nextProgram();
    OpenFile again = Objects.requireNonNull(next.currentProperty().get());
    assertThat(again.textProperty().get()).isEqualTo("port = 1\n");
    assertThat(again.changedOnDiskProperty().get()).isTrue();
    next.setShowing(false);
    assertThat(draft).exists();

    FilesViewModel third = nextProgram();
    third.revert();
    again = Objects.requireNonNull(third.currentProperty().get());
    assertThat(again.textProperty().get()).isEqualTo("port = 7000\n");
    assertThat(again.isDirty()).isFalse();
    assertThat(draft).doesNotExist();
    third.setShowing(false);
    assertThat(Files.readString(conf())).isEqualTo("port = 7000\n");
  }

  @Test
  void keepsNoDraftOfWhatIsSavedOrForgottenOrTypedBack() throws IOException {
    openSample();
    Path draft = folder.resolve(".drafts/data%2Fpostgresql.conf.json");
    current().textProperty().set("port = 1\n");
    assertThat(draft).exists();
    current().textProperty().set(SampleFiles.EDITED);
    assertThat(draft).doesNotExist();
    current().textProperty().set("port = 1\n");
    model.save();
    assertThat(draft).doesNotExist();
    current().textProperty().set("port = 2\n");
    assertThat(draft).exists();
    model.forget();
    assertThat(draft).doesNotExist();
  }

  @Test
  void leavesWhatAlterSystemWritesAlone() throws IOException {
    openSample();
    model.open(folder.resolve("data/postgresql.auto.conf"), 0);
    current().textProperty().set("port = 1\n");
    model.save();
    assertThat(Files.readString(folder.resolve("data/postgresql.auto.conf")))
        .isEqualTo("# Do not edit\n");
  }

  @Test
  void saysThatAFileCannotBeWritten() throws IOException {
    openSample();
    current().textProperty().set("port = 1\n");
    Files.move(conf(), folder.resolve("elsewhere"));
    Files.createSymbolicLink(conf(), folder.resolve("elsewhere"));
    model.save();
    assertThat(trouble).singleElement().asString().contains("was not saved").contains("is a link");
    assertThat(current().isDirty()).isTrue();
  }

  @Test
  void hearsOfChangesFromTheFileSystem() throws IOException {
    openSample();
    Files.writeString(conf(), "port = 7000\n");
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(20))
        .until(() -> {
          fx.catchUp();
          return current().textProperty().get().equals("port = 7000\n");
        });
  }

  @Test
  void makesARunningServerTakeWhatWasSaved() {
    try (TestLab lab = TestLab.doneUpTo(folder, "18", "first-table")) {
      model.opened(
          new FilesLab(
              folder,
              lab.bench.clusters(),
              lab.bench.control(),
              () -> lab.bench.parameters().ofProgram()));
      model.setShowing(true);
      assertThat(live().pending()).isEmpty();
      current()
          .textProperty()
          .set(current().textProperty().get() + "work_mem = 8MB\nmax_connections = 55\n");
      model.save();
      assertThat(live().pending())
          .extracting(PendingChange::words)
          .containsExactly("max_connections: 100 → 55", "work_mem: 4MB → 8MB");
      model.restart();
      await()
          .pollInSameThread()
          .atMost(Duration.ofSeconds(20))
          .until(() -> {
            fx.catchUp();
            model.filesChanged();
            return model.liveProperty().get().isPresent() && live().pending().isEmpty();
          });
      assertThat(lab.sql(lab.primary(), "SHOW max_connections")).isEqualTo("55");
      assertThat(trouble).isEmpty();
      model.setShowing(false);
    }
  }

  private LiveConfig live() {
    return model.liveProperty().get().orElseThrow();
  }
}
