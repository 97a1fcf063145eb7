package replicationlab.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Lines that are remembered of each deck: a folder with a file a deck. */
record DeckLines(Path folder) {

  /** None if nothing can be read: what is remembered here can be said or read again. */
  List<String> of(String deck) {
    Path file = file(deck);
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  void write(String deck, Collection<String> lines) throws IOException {
    Path file = file(deck);
    Path half = file.resolveSibling(file.getFileName() + ".new");
    Files.createDirectories(folder);
    Files.write(half, lines);
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  Path file(String deck) {
    return folder.resolve(UUID.nameUUIDFromBytes(deck.getBytes(StandardCharsets.UTF_8)) + ".txt");
  }
}
