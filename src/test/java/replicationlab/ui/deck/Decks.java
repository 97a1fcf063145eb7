package replicationlab.ui.deck;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import replicationlab.course.Change;
import replicationlab.course.Changes;
import replicationlab.course.OpenedDeck;
import replicationlab.course.Pictures;
import replicationlab.deck.DeckReader;

/** Decks for the tests of the viewer. */
final class Decks {

  static final String FOUR =
      """
      # Why Copy

      ### Survive a crash:

      ![](./images/crash.png)

      <!-- Ask who has **lost** a server. -->

      ***

      # Why Copy

      ### Spread the reads:

      * Writes go to one server
      * Reads go to all
        * also reports

      ![](./images/reads.png)

      ***

      # Settings

      Keep segments for the standby:

      	wal_level = hot_standby
      	wal_keep_segments = 50

      Start it with `pg_ctl`, then ask **both** servers:

      	PGDATA=/u/pg/data2 pg_ctl -l /u/pg/data2/server.log start
      	# and see

      	SELECT pg_start_backup(’testing’);

      ***

      # Prove It

      	$ psql -p 5432 -c ’CREATE TABLE streamtest(x int)’ postgres
      	$ psql -p 5433 -c ’\\d’ postgres
      	List of relations
      	 Schema |    Name    |  Type | Owner
      	--------+------------+-------+----------
      	 public | streamtest | table | postgres
      	(1 row)
      	$ psql -p 5432 -c ’INSERT INTO streamtest VALUES (1)’ postgres
      	INSERT 0 1
      	$ psql -p 5433 -c ’INSERT INTO streamtest VALUES (1)’ postgres
      	ERROR: cannot execute INSERT in a read-only transaction
      """;

  private static final Changes CHANGES =
      new Changes(
          List.of(
              new Change("wal_keep_segments", 13, "wal_keep_size = 800MB", "It counts bytes now."),
              new Change(
                  "pg_start_backup", 15, "pg_backup_start", "The exclusive mode has gone.")));

  /** Every picture is a {@link PictureStub}. */
  static final Steps STEPS = (opened, picture) -> PictureStub.STEPS;

  private Decks() {}

  static OpenedDeck open(String text) {
    Path folder = Path.of("no-such-folder").toAbsolutePath();
    return new OpenedDeck(
        folder.resolve("deck.md"), DeckReader.read(text), new Pictures(folder, folder), CHANGES);
  }

  static Positions inMemory() {
    Map<String, Integer> remembered = new HashMap<>();
    return new Positions() {
      @Override
      public int of(String deckKey) {
        return remembered.getOrDefault(deckKey, 0);
      }

      @Override
      public void remember(String deckKey, int index) {
        remembered.put(deckKey, index);
      }
    };
  }
}
