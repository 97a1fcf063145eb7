package replicationlab.policy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A lesson's lines of pg_hba.conf let nobody in from elsewhere, and ask no other machine. */
final class HbaRules {

  private static final Set<String> HOSTS =
      Set.of("host", "hostssl", "hostnossl", "hostgssenc", "hostnogssenc");

  private static final Set<String> METHODS =
      Set.of("trust", "reject", "md5", "scram-sha-256", "password", "peer", "cert");

  /** Names and lists of them; "@" would read a file. */
  private static final Pattern NAMES = Pattern.compile("[+]?[\\p{L}\\p{Nd}_,+-]+");

  private static final String MASK = "255(\\.\\d{1,3}){3}";

  private HbaRules() {}

  /**
   * @throws RefusedException for a line that is not of the form "host replication all 127.0.0.1/32
   *     trust"
   */
  static void require(String lines) {
    lines
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(line -> line(line, List.of(line.split("\\s+", -1))));
  }

  private static void line(String line, List<String> words) {
    boolean local = words.getFirst().equals("local");
    boolean host = HOSTS.contains(words.getFirst());
    boolean mask = host && words.size() == 6 && words.get(4).matches(MASK);
    int expected = local ? 4 : mask ? 6 : 5;
    boolean good =
        (local || host)
            && words.size() == expected
            && NAMES.matcher(words.get(1)).matches()
            && NAMES.matcher(words.get(2)).matches()
            && METHODS.contains(words.getLast())
            && (local || (mask ? Loopback.isHost(words.get(3)) : Loopback.isNetwork(words.get(3))));
    if (!good) {
      throw new RefusedException(
          "The line '%s' could let others in or ask other machines; a lesson's lines of pg_hba.conf are for loopback addresses, as in: host replication all 127.0.0.1/32 trust"
              .formatted(line));
    }
  }
}
