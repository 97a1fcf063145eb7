package replicationlab.ui.shell;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import replicationlab.course.OpenedDeck;
import replicationlab.deck.Block;
import replicationlab.deck.Slide;
import replicationlab.settings.ReadSlides;
import replicationlab.ui.kit.Messages;
import replicationlab.ui.reading.ReadMemory;

/**
 * Which slides were read, in the settings. A slide is known by its words: one that is moved stays
 * read, and one that is written anew is new.
 */
record RememberedReading(ReadSlides slides, Messages messages) implements ReadMemory {

  static RememberedReading in(Path settingsFolder, Messages messages) {
    return new RememberedReading(new ReadSlides(settingsFolder), messages);
  }

  @Override
  public Set<Integer> of(OpenedDeck deck) {
    Set<String> marks = slides.of(deck.file().toString());
    List<Slide> all = deck.deck().slides();
    Set<Integer> read = new HashSet<>();
    for (int index = 0; index < all.size() && !marks.isEmpty(); index++) {
      if (marks.contains(mark(all.get(index)))) {
        read.add(index);
      }
    }
    return read;
  }

  @Override
  public void remember(OpenedDeck deck, Set<Integer> read) {
    List<Slide> all = deck.deck().slides();
    Thread.ofVirtual()
        .start(() -> {
          try {
            slides.remember(
                deck.file().toString(),
                read.stream().map(index -> mark(all.get(index))).collect(Collectors.toSet()));
          } catch (UncheckedIOException e) {
            messages.warn(e.getMessage() + ".");
          }
        });
  }

  private static String mark(Slide slide) {
    int hash = slide.title().hashCode();
    for (Block block : slide.blocks()) {
      hash = 31 * hash + block.text().hashCode();
    }
    return Integer.toHexString(hash);
  }
}
