package replicationlab.drill;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lines of pg_hba.conf that let the standby in. */
final class RightRules {

  private static final String LINE = "host replication all 127.0.0.1/32 trust\n";

  private RightRules() {}

  static List<RightWay> all() {
    return Stream.of(
            any(
                "host replication all samehost trust",
                "host replication all all trust",
                "host replication all localhost trust",
                "host replication all 127.0.0.0/8 trust # the loopback network",
                "host replication all 127.0.0.1 255.255.255.255 trust",
                "host all,replication \"postgres\" samenet trust",
                "host all , replication somebody , all 127.0.0.1/32 trust",
                "hostnossl replication postgres 127.0.0.1/32 trust",
                "host replication all 10.0.0.0/8 reject\nhost replication all 127.0.0.1/32 trust",
                "host \"replication\" all 127.0.0.1/32 reject\nhost replication all all trust",
                "host replication @standbys 127.0.0.1/32 trust"),
            from(12, "hostnogssenc replication all 127.0.0.1/32 trust"),
            from(14, "host replication all \\\n  127.0.0.1/32 trust"),
            from(
                16,
                "host replication /^post 127.0.0.1/32 trust",
                "include replication.conf",
                "include_if_exists replication.conf",
                "include_dir hba.d"))
        .flatMap(List::stream)
        .toList();
  }

  private static List<RightWay> any(String... rules) {
    return from(9, rules);
  }

  private static List<RightWay> from(int major, String... rules) {
    return Stream.of(rules)
        .map(rule ->
            RightWay.from(
                major,
                rule.replaceAll("\\s*\n\\s*", " // "),
                pair -> {
                  Path data = pair.primary().data();
                  Pair.write(data.resolve("standbys"), "postgres, second\n");
                  Pair.write(data.resolve("replication.conf"), LINE);
                  Pair.write(data.resolve("hba.d/50-lab.conf"), LINE);
                  pair.hba(rule).restart(pair.standby());
                }))
        .toList();
  }
}
