package replicationlab.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import replicationlab.files.WholeFile;

/**
 * A folder with a file a deck, named after where the deck is.
 *
 * @param ending of the files' names
 */
record DeckFiles(Path folder, String ending) {

  Path of(String deck) {
    return folder.resolve(UUID.nameUUIDFromBytes(deck.getBytes(StandardCharsets.UTF_8)) + ending);
  }

  /** Whenever the program dies, the old file or the new one is whole. */
  void write(String deck, String content) throws IOException {
    Files.createDirectories(folder);
    WholeFile.write(of(deck), content.getBytes(StandardCharsets.UTF_8));
  }
}
