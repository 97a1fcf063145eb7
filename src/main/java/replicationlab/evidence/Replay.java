package replicationlab.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A journal as something to look at moment by moment.
 *
 * @param moments what happened, in order
 * @param servers what both servers did meanwhile
 */
public record Replay(List<Moment> moments, List<Sighting> servers) {

  /** What a moment is about, for those who draw it. */
  public enum Tone {
    PLAIN,
    COMMAND,
    PASSED,
    FAILED,
    UNDETERMINED
  }

  /**
   * One thing that happened.
   *
   * @param step the step's title; empty for what belongs to none
   * @param heading in a few words: the command, the verdict
   * @param lines output, or what the checks found
   */
  public record Moment(Instant at, String step, Tone tone, String heading, List<String> lines) {
    public Moment {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Both servers at one moment.
   *
   * @param primaryLsn in bytes; null while the server does not answer
   * @param standbyLsn in bytes, as replayed; null while the server does not answer
   * @param words such as "primary running 0/3015690, standby streaming 0/3015690"
   */
  public record Sighting(
      Instant at, @Nullable Long primaryLsn, @Nullable Long standbyLsn, String words) {}

  public Replay {
    moments = List.copyOf(moments);
    servers = List.copyOf(servers);
  }

  /** The replay of a student's journal. */
  public static Replay of(Evidence evidence) {
    Map<String, String> titles =
        evidence.steps().stream()
            .collect(Collectors.toMap(StepRecord::id, StepRecord::title, (first, second) -> first));
    List<Moment> moments = new ArrayList<>();
    List<Sighting> servers = new ArrayList<>();
    for (Entry entry : evidence.journal()) {
      if (entry.is("servers")) {
        servers.add(Sightings.read(entry));
      } else if (!entry.is("begin")) {
        moments.add(Moments.of(entry, titles.getOrDefault(entry.step(), entry.step())));
      }
    }
    return new Replay(moments, servers);
  }

  /** What the servers were last seen to do at a moment; null before they were first seen. */
  public @Nullable Sighting serversAt(Instant moment) {
    Sighting last = null;
    for (Sighting sighting : servers) {
      if (sighting.at().isAfter(moment)) {
        break;
      }
      last = sighting;
    }
    return last;
  }
}
