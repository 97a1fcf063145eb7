package replicationlab.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.files.WholeFile;
import replicationlab.progress.Progress;
import replicationlab.progress.ProgressFile;
import replicationlab.progress.Workspace;

/** What is kept of files, and how they come back, however often it is interrupted. */
class CheckpointStoreTest {

  private static final Progress ONE = new Progress("lab", "bin", 5432, 5433, Set.of("one"));

  @TempDir Path temporary;

  private Workspace workspace;
  private CheckpointStore store;
  private Path table;

  @BeforeEach
  void aWorkspaceWithACluster() throws IOException {
    workspace = Workspace.open(temporary.resolve("lab"));
    table = workspace.primaryData().resolve("base/1/1259");
    Files.createDirectories(table.getParent());
    Files.writeString(table, "one row");
    store = new CheckpointStore(workspace);
  }

  @Test
  void theFilesComeBackAsFilesOfTheirOwn() throws IOException {
    Files.createSymbolicLink(workspace.primaryData().resolve("link"), Path.of("base"));
    Checkpoint one = take("one");
    Files.writeString(table, "two");
    Files.createDirectories(workspace.standbyData());
    Files.writeString(workspace.logs().resolve("primary.log"), "later");

    restore(one, false);

    assertThat(table).hasContent("one row");
    assertThat(workspace.primaryData().resolve("link")).isSymbolicLink();
    assertThat(workspace.standbyData()).doesNotExist();
    assertThat(workspace.logs()).isEmptyDirectory();
    assertThat(new ProgressFile(workspace).load()).isEqualTo(ONE);
    // Writing on must not reach into what is kept.
    Files.writeString(table, "three");
    restore(one, false);
    assertThat(table).hasContent("one row");
  }

  @Test
  void whatHasNotChangedTakesNoRoom() throws IOException {
    Files.writeString(table, "x".repeat(100_000) + Math.PI);
    Checkpoint first = take("one");
    Checkpoint second = take("two");
    Files.createDirectories(workspace.standbyData());
    Files.copy(table, workspace.standbyData().resolve("1259"));
    Checkpoint copied = take("three");

    assertThat(first.bytes()).isPositive();
    assertThat(second.bytes()).isZero();
    assertThat(copied.bytes()).isZero();
    assertThat(new CheckpointStore(workspace).all()).containsExactly(first, second, copied);
  }

  @Test
  void aChangeOfTheSameSizeInTheSameMomentIsSeen() throws IOException {
    take("one");
    Files.writeString(table, "1 row..");
    Checkpoint second = take("two");
    Files.writeString(table, "........");
    restore(second, false);
    assertThat(table).hasContent("1 row..");
  }

  @Test
  void whatIsKeptMeanwhileIsWhatWasThereWhenItWasBegun() throws Exception {
    Process server = new ProcessBuilder("sleep", "600").start();
    try {
      Supplier<CheckpointStore.Taken> begun =
          store.begin(wanted("one"), Map.of(workspace.primaryData(), server.pid()));
      Files.writeString(table, "two rows");
      assertThat(store.all()).isEmpty();
      CompletableFuture<Checkpoint> next = CompletableFuture.supplyAsync(() -> take("two"));
      Checkpoint one = begun.get().checkpoint();
      Checkpoint two = next.get(10, TimeUnit.SECONDS);
      assertThat(store.all()).containsExactly(one, two);
      restore(one, false);
      assertThat(table).hasContent("one row");
      restore(two, false);
      assertThat(table).hasContent("two rows");
    } finally {
      server.destroyForcibly();
      server.onExit().join();
    }
  }

  /** Whoever takes one has the store for itself, for up to a second. */
  @Test
  void whatThereIsIsToldWhileOneIsBeingTaken() throws Exception {
    Checkpoint one = take("one");
    CheckpointStore taking = store;
    FutureTask<List<Checkpoint>> asked = new FutureTask<>(taking::all);
    FutureTask<Set<String>> damaged = new FutureTask<>(taking::plainlyDamaged);
    synchronized (taking) {
      Thread.startVirtualThread(asked);
      Thread.startVirtualThread(damaged);
      assertThat(asked.get(10, TimeUnit.SECONDS)).containsExactly(one);
      assertThat(damaged.get(10, TimeUnit.SECONDS)).isEmpty();
    }
  }

  @Test
  void theOldestGoWhenTheLimitIsReachedButNotTheFirst() throws IOException {
    CheckpointStore small = new CheckpointStore(workspace, 2_000);
    Checkpoint first = take(small, "one").checkpoint();
    for (String step : List.of("two", "three", "four")) {
      Files.write(table, noise());
      take(small, step);
    }
    assertThat(small.all()).extracting(Checkpoint::step).containsExactly("one", "four");
    assertThat(small.bytes()).isLessThanOrEqualTo(2_000);
    new Restoration(workspace, small).carryOut(first, ONE, false);
    assertThat(table).hasContent("one row");
  }

  private static byte[] noise() {
    byte[] bytes = new byte[1_500];
    new java.security.SecureRandom().nextBytes(bytes);
    return bytes;
  }

  @Test
  void aHalfMadeOneIsNoneAndIsCleanedAway() throws IOException {
    Checkpoint one = take("one");
    Path blobs = workspace.checkpoints().resolve("blobs");
    Files.createDirectories(workspace.checkpoints().resolve("staging"));
    Files.writeString(workspace.checkpoints().resolve("staging/0"), "raw");
    Files.writeString(blobs.resolve("abc" + WholeFile.ENDING), "half");
    Files.writeString(blobs.resolve("a".repeat(64)), "of a checkpoint that was never finished");
    Files.writeString(workspace.checkpoints().resolve("2.files"), "[");
    Files.writeString(workspace.checkpoints().resolve("2.json"), "{\"id\": \"2\", \"st");

    CheckpointStore again = new CheckpointStore(workspace);

    assertThat(again.cleanedHalfMade()).isTrue();
    assertThat(again.all()).containsExactly(one);
    assertThat(workspace.checkpoints().resolve("staging")).doesNotExist();
    try (Stream<Path> files = Files.list(blobs)) {
      assertThat(files).noneMatch(file -> file.endsWith("a".repeat(64)));
    }
  }

  @Test
  void aDamagedOneChangesNothing() throws IOException {
    Checkpoint one = take("one");
    try (Stream<Path> blobs = Files.list(workspace.checkpoints().resolve("blobs"))) {
      for (Path blob : blobs.toList()) {
        Files.write(blob, new byte[10]);
      }
    }
    Files.writeString(table, "now");
    assertThatThrownBy(() -> restore(one, false))
        .isInstanceOf(CheckpointException.class)
        .hasMessage(
            "Checkpoint 1, after 'one', is damaged: a file that was kept for it is missing or is not"
                + " what it was. The lab is as it was; reset it.");
    assertThat(table).hasContent("now");
    assertThat(workspace.goingBack()).doesNotExist();
  }

  @Test
  void aDamagedOneIsToldWithAnEarlierOneThatIsWhole() throws IOException {
    Checkpoint one = take("one");
    Set<Path> ofOne = blobs();
    Files.writeString(table, "two");
    Checkpoint two = take("two");
    Files.writeString(table, "three");
    Checkpoint three = take("three");
    assertThat(store.damaged()).isEmpty();
    for (Path blob : blobs()) {
      if (!ofOne.contains(blob)) {
        Files.delete(blob);
      }
    }
    Files.writeString(workspace.checkpoints().resolve("3.files"), "[{");
    assertThat(new CheckpointStore(workspace).damaged()).containsExactlyInAnyOrder("2", "3");
    assertThat(new CheckpointStore(workspace).plainlyDamaged()).containsExactly("3");
    for (Checkpoint damaged : List.of(two, three)) {
      assertThatThrownBy(() -> restore(damaged, true))
          .isInstanceOf(CheckpointException.class)
          .hasMessageStartingWith(
              "Checkpoint " + damaged.id() + ", after '" + damaged.step() + "', is damaged")
          .hasMessageEndingWith("go back to an earlier one, such as 1, after 'one', or reset it.");
    }
    assertThat(table).hasContent("three");
    restore(one, true);
    assertThat(table).hasContent("one row");
  }

  @Test
  void oneOfWhichNothingIsKnownAnyMoreIsDamagedAndItsNumberIsNotGivenAgain() throws IOException {
    take("one");
    take("two");
    take("three");
    for (String broken : List.of("2", "3")) {
      Files.writeString(workspace.checkpoints().resolve(broken + ".json"), "{\"id\": \"");
    }
    store = new CheckpointStore(workspace);
    assertThat(store.all()).extracting(Checkpoint::id).containsExactly("1");
    assertThat(store.unreadable()).containsExactly("2", "3");
    assertThat(store.damaged()).containsExactlyInAnyOrder("2", "3");
    assertThat(store.plainlyDamaged()).containsExactlyInAnyOrder("2", "3");
    assertThat(take("four").id()).isEqualTo("4");
    assertThat(new CheckpointStore(workspace).unreadable()).containsExactly("2", "3");
  }

  @Test
  void whatIsEmptyOrAnotherInAHeadIsDamagedToo() throws IOException {
    take("one");
    Path checkpoints = workspace.checkpoints();
    Files.copy(checkpoints.resolve("1.json"), checkpoints.resolve("5.json"));
    Files.writeString(checkpoints.resolve("6.json"), "null");
    Files.writeString(checkpoints.resolve("7.json"), "{}");
    assertThat(new CheckpointStore(workspace).unreadable()).containsExactly("5", "6", "7");
  }

  @Test
  void whereTheDiskHasRoomForTheCheckpointAndNoMoreItIsWholeAndCanBeGoneBackTo()
      throws IOException {
    // In the way of what is written last, as a full disk is.
    Files.createDirectories(workspace.checkpoints().resolve("known.files.new/full"));
    Files.writeString(table, "two");
    Checkpoint taken = take("two");
    assertThat(new CheckpointStore(workspace).damaged()).isEmpty();
    Files.writeString(table, "three");
    restore(taken, false);
    assertThat(table).hasContent("two");
  }

  @Test
  void oneThatCannotBeThinnedOutCostsTheNewOneNothing() throws IOException {
    take("one");
    Files.writeString(table, "two");
    Checkpoint second = take("two");
    Path list = workspace.checkpoints().resolve(second.id() + ".files");
    Files.delete(list);
    Files.createDirectories(list.resolve("cannot be deleted"));
    Files.writeString(table, "three");
    Checkpoint taken = take(new CheckpointStore(workspace, 1), "three").checkpoint();
    assertThat(new CheckpointStore(workspace).damaged()).doesNotContain(taken.id());
  }

  @Test
  void aDamagedCopyIsNotUsedAgain() throws IOException {
    Files.writeString(table, "x".repeat(1_000));
    take("one");
    letTheClockGoOn();
    take("two");
    for (Path blob : blobs()) {
      Files.write(blob, new byte[(int) Files.size(blob)]);
    }
    Checkpoint three = take("three");
    for (Path blob : blobs()) {
      Files.write(blob, new byte[1]);
    }
    store = new CheckpointStore(workspace);
    assertThat(store.damaged()).containsExactlyInAnyOrder("1", "2", "3");
    Checkpoint four = take("four");
    assertThat(store.damaged()).as("the file is as it was then, and is kept anew").isEmpty();
    Files.writeString(table, "now");
    restore(three, true);
    assertThat(table).hasContent("x".repeat(1_000));
    restore(four, true);
    assertThat(table).hasContent("x".repeat(1_000));
  }

  /** From then on a file that has not changed is taken over without being read. */
  private static void letTheClockGoOn() {
    LockSupport.parkNanos(2 * Trees.TICK_NANOS);
  }

  private Set<Path> blobs() throws IOException {
    try (Stream<Path> blobs = Files.list(workspace.checkpoints().resolve("blobs"))) {
      return blobs.collect(Collectors.toSet());
    }
  }

  @Test
  void whatNoCheckpointHoldsIsKept() throws IOException {
    Checkpoint one = take("one");
    Files.writeString(table, "only here");
    restore(one, true);
    assertThat(table).hasContent("one row");
    assertThat(workspace.folder().resolve("kept/data-1/base/1/1259")).hasContent("only here");
  }

  @Test
  void aGoingBackThatWasInterruptedIsBroughtToItsEnd() throws IOException {
    Files.createDirectories(workspace.standbyData());
    Checkpoint one = take("one");
    restore(one, false);
    // As after an end in the middle: planned, one folder exchanged, the others not yet.
    Path going = workspace.goingBack();
    Files.createDirectories(going.resolve("new/data2"));
    Files.writeString(going.resolve("new/data2/PG_VERSION"), "18");
    Files.createDirectories(going.resolve("old/logs"));
    Files.writeString(
        going.resolve("plan.json"),
        """
        {"checkpoint": "1", "folders": ["data", "data2", "logs"], "keepOld": false, "progress":
        {"lab": "lab", "postgres": "bin", "primaryPort": 5432, "standbyPort": 5433, "passed": []}}
        """);

    assertThat(new Restoration(workspace, store).finish()).contains("1");

    assertThat(table).hasContent("one row");
    assertThat(workspace.standbyData().resolve("PG_VERSION")).hasContent("18");
    assertThat(new ProgressFile(workspace).load().passed()).isEmpty();
    assertThat(going).doesNotExist();
    assertThat(new Restoration(workspace, store).finish()).isEmpty();
  }

  @Test
  void anUnpackingWithoutAPlanIsOnlyRubbish() throws IOException {
    Files.createDirectories(workspace.goingBack().resolve("new/data"));
    assertThat(new Restoration(workspace, store).clearUnplanned()).isTrue();
    assertThat(workspace.goingBack()).doesNotExist();
    assertThat(table).hasContent("one row");
  }

  private Checkpoint take(String step) {
    return take(store, step).checkpoint();
  }

  private CheckpointStore.Taken take(CheckpointStore from, String step) {
    return from.take(wanted(step), Map.of());
  }

  private Checkpoint wanted(String step) {
    return new Checkpoint(
        "", step, Checkpoint.Kind.STEP, 0, temporary.toString(), ONE, Set.of(), false, 0);
  }

  private void restore(Checkpoint checkpoint, boolean keepOld) {
    new Restoration(workspace, store).carryOut(checkpoint, ONE, keepOld);
  }
}
