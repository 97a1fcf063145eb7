package replicationlab.policy;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The addresses that no other machine can reach. */
final class Loopback {

  private static final Pattern IPV4 = Pattern.compile("127(\\.\\d{1,3}){3}");
  private static final Pattern NETWORK =
      Pattern.compile("127(\\.\\d{1,3}){3}/(8|9|[12]\\d|3[0-2])");
  private static final Set<String> NAMES = Set.of("localhost", "::1");
  private static final Set<String> NETWORKS = Set.of("localhost", "::1/128", "samehost");

  private Loopback() {}

  static boolean isHost(String text) {
    return NAMES.contains(text.toLowerCase(Locale.ROOT)) || IPV4.matcher(text).matches();
  }

  /** As pg_hba.conf writes them: an address with the length of its mask, or a name. */
  static boolean isNetwork(String text) {
    return NETWORKS.contains(text) || NETWORK.matcher(text).matches();
  }
}
