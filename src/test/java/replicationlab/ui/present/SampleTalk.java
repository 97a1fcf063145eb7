package replicationlab.ui.present;

import java.nio.file.Path;
import java.util.List;
import replicationlab.course.Changes;
import replicationlab.course.OpenedDeck;
import replicationlab.course.Pictures;
import replicationlab.deck.DeckReader;

/** A talk of three slides: one with steps, one with a command, one with nothing but a note. */
final class SampleTalk {

  private static final String TALK =
      """
      ---
      title: A talk
      minutes: 10
      ---

      # One

      + first
      + second

      <!--
      minutes: 4

      **Say:** what is first, and then what is second.
      -->

      ***

      # Two

      ```sh
      psql -l
      ```

      ***

      # Three

      <!-- The end. -->
      """;

  private SampleTalk() {}

  static OpenedDeck opened() {
    Path folder = Path.of("nowhere").toAbsolutePath();
    return new OpenedDeck(
        folder.resolve("deck.md"),
        DeckReader.read(TALK),
        new Pictures(folder, folder),
        new Changes(List.of()));
  }
}
