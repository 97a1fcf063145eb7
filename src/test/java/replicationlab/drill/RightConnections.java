package replicationlab.drill;

import java.util.List;

/** Other words and users in primary_conninfo. */
final class RightConnections {

  private RightConnections() {}

  static List<RightWay> all() {
    return List.of(
        RightWay.any(
            "by Unix socket",
            pair ->
                pair.hba("local replication all trust")
                    .conninfo(
                        "host="
                            + pair.lab().bench.workspace().sockets()
                            + " port="
                            + pair.primary().port())),
        RightWay.any(
            "application_name",
            pair -> pair.conninfo(to(pair, "host=localhost") + " application_name=second")),
        RightWay.any("hostaddr", pair -> pair.conninfo(to(pair, "hostaddr=127.0.0.1"))),
        RightWay.any("quotes in conninfo", pair -> pair.conninfo(to(pair, "host = ''localhost''"))),
        RightWay.any(
            "more options in conninfo",
            pair ->
                pair.conninfo(
                    to(pair, "host=localhost")
                        + " sslmode=prefer connect_timeout=10 keepalives_idle=60")),
        RightWay.from(
            10,
            "conninfo as URI",
            pair ->
                pair.conninfo(
                    "postgresql://postgres@127.0.0.1:"
                        + pair.primary().port()
                        + "/?application_name=second")),
        RightWay.from(
            10,
            "two hosts in conninfo",
            pair -> {
              int port = pair.primary().port();
              pair.conninfo("host=127.0.0.1,localhost port=" + port + "," + port);
            }),
        RightWay.from(
            10,
            "a dead port first in conninfo",
            pair -> pair.conninfo("host=127.0.0.1,127.0.0.1 port=1," + pair.primary().port())),
        RightWay.any(
            "a user of its own",
            pair ->
                pair.sql(pair.primary(), "CREATE ROLE repl LOGIN REPLICATION")
                    .hba("host replication repl 127.0.0.1/32 trust")
                    .conninfo(to(pair, "host=localhost") + " user=repl")),
        RightWay.any(
            "a user with a password",
            pair ->
                pair.sql(pair.primary(), "CREATE ROLE repl LOGIN REPLICATION PASSWORD 'swordfish'")
                    .hba("host replication repl 127.0.0.1/32 md5")
                    .conninfo(to(pair, "host=localhost") + " user=repl password=swordfish")),
        RightWay.any(
            "cluster_name on the standby",
            pair ->
                pair.add(Pair.settings(pair.standby()), "cluster_name = 'second'")
                    .restart(pair.standby())),
        RightWay.any(
            "by IPv6",
            pair ->
                pair.hba("host replication all ::1/128 trust")
                    .add(Pair.settings(pair.primary()), "listen_addresses = '127.0.0.1, ::1'")
                    .restart(pair.primary())
                    .conninfo(to(pair, "host=::1"))),
        RightWay.any(
            "a member of a group",
            pair ->
                pair.sql(
                        pair.primary(),
                        "CREATE ROLE standbys",
                        "CREATE ROLE \"Repl\" LOGIN REPLICATION IN ROLE standbys")
                    .hba("host replication +standbys 127.0.0.1/32 trust")
                    .conninfo(to(pair, "host=localhost") + " user=Repl")),
        RightWay.any(
            "the server's log elsewhere",
            pair ->
                pair.add(
                        Pair.settings(pair.standby()),
                        "logging_collector = on\nlog_line_prefix = '%t %u@%d '")
                    .restart(pair.standby())));
  }

  static String to(Pair pair, String host) {
    return host + " port=" + pair.primary().port();
  }
}
