package replicationlab.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However an editor saves, it is heard, and once. */
class DeckWatchTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final List<Set<Path>> told = new CopyOnWriteArrayList<>();
  private final DeckWatch watch = new DeckWatch(told::add);
  private Path deck;

  @BeforeEach
  void watchADeck() throws IOException {
    deck = Files.writeString(folder.resolve("deck.md"), "# One\n");
    watch.watch(Set.of(deck, folder.resolve("later/diagrams")));
    assertThat(watch.hears()).isTrue();
  }

  @AfterEach
  void close() {
    watch.close();
  }

  private void isTold(Path... files) {
    await().atMost(PATIENCE).until(() -> !told.isEmpty());
    assertThat(told.getFirst()).containsExactlyInAnyOrder(files);
    told.clear();
  }

  /** Several times it may be, where folders come within each other. */
  private void areTold(Collection<Path> files) {
    await()
        .atMost(PATIENCE)
        .until(() -> told.stream().flatMap(Set::stream).toList().containsAll(files));
  }

  @Test
  void aFileThatIsWrittenInPlace() throws IOException {
    Files.writeString(deck, "# Two\n");
    isTold(deck);
  }

  @Test
  void aFileThatIsMovedOverTheOldOneAgainAndAgain() throws IOException {
    for (int save = 0; save < 3; save++) {
      Path draft = Files.writeString(folder.resolve(".deck.md.swp"), "# " + save + "\n");
      Files.move(draft, deck, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      isTold(deck);
    }
  }

  @Test
  void aFileThatIsDeletedAndComesBack() throws IOException {
    Files.delete(deck);
    isTold(deck);
    Files.writeString(deck, "# Back\n");
    isTold(deck);
  }

  /** On a busy machine they may come in several bursts, but never one by one. */
  @Test
  void manySavesInARowAreToldTogether() throws IOException {
    int saves = 40;
    for (int save = 0; save < saves; save++) {
      Files.writeString(deck, "# " + save + "\n");
    }
    Files.writeString(folder.resolve("other.md"), "# Nobody asked\n");
    Path fence = Files.createDirectories(folder.resolve("later/diagrams"));
    areTold(Set.of(deck, fence));
    assertThat(told).hasSizeLessThan(saves / 4);
    assertThat(told).allMatch(Set.of(deck, fence)::containsAll);
  }

  @Test
  void aFolderThatComesLaterAndWhatIsSavedInIt() throws IOException {
    Path diagrams = Files.createDirectories(folder.resolve("later/diagrams"));
    areTold(Set.of(diagrams));
    Path diagram = Files.writeString(diagrams.resolve("a.diagram"), "node a\n");
    areTold(Set.of(diagram));
    assertThat(told).allMatch(Set.of(diagrams, diagram)::containsAll);
  }

  @Test
  void aLinkIsHeardWhereItLeadsTo() throws IOException {
    Path real = Files.createDirectories(folder.resolve("real"));
    Path target = Files.writeString(real.resolve("deck.md"), "# Real\n");
    Path link = Files.createSymbolicLink(folder.resolve("link.md"), target);
    watch.watch(Set.of(link));
    Files.writeString(target, "# Changed\n");
    isTold(link);
  }

  @Test
  void aFolderThatIsAlsoALinkTellsOnlyWhatWasSaved() throws IOException {
    Path real = Files.createDirectories(folder.resolve("real"));
    Path linked = Files.createSymbolicLink(folder.resolve("linked"), real).resolve("deck.md");
    Path same = real.resolve("deck.md");
    Path other = Files.writeString(real.resolve("other.md"), "# Other\n");
    Files.writeString(same, "# One\n");
    watch.watch(Set.of(linked, other));
    Files.writeString(real.resolve("notes.txt"), "nobody asked\n");
    Files.writeString(other, "# Changed\n");
    isTold(other);
    Files.writeString(same, "# Two\n");
    areTold(Set.of(linked));
    assertThat(told).allMatch(Set.of(linked, other)::containsAll);
  }

  /** Some of the inner folders come between a look at the outer one and its registration. */
  @Test
  void foldersThatComeWithinEachOtherAreAllHeard() throws IOException {
    List<DeckWatch> watches = new ArrayList<>();
    Set<Path> diagrams = new HashSet<>();
    try {
      for (int time = 0; time < 40; time++) {
        Path inner = folder.resolve("outer" + time + "/inner");
        DeckWatch another = new DeckWatch(told::add);
        watches.add(another);
        another.watch(Set.of(inner));
        Files.createDirectory(inner.getParent());
        LockSupport.parkNanos(time * 10_000L);
        Files.createDirectory(inner);
        diagrams.add(inner.resolve("a.diagram"));
      }
      areTold(diagrams.stream().map(Path::getParent).toList());
      for (Path diagram : diagrams) {
        Files.writeString(diagram, "node a\n");
      }
      areTold(diagrams);
    } finally {
      watches.forEach(DeckWatch::close);
    }
  }

  @Test
  void nothingIsToldOfWhatIsNotWatchedAnyMore() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other")).resolve("deck.md");
    watch.watch(Set.of(other));
    Files.writeString(deck, "# Nobody listens\n");
    Files.writeString(other, "# Heard\n");
    isTold(other);
  }
}
