package replicationlab.postgres.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One of the servers that a connection string names; libpq tries them one after the other
 * (PostgreSQL's manual, "Specifying Multiple Hosts").
 *
 * @param name a name, an address, or the folder of a socket; empty for libpq's default
 * @param given the name beside the address, which then is not looked up; mostly the same
 * @param port 0 if none is named
 */
public record ConninfoHost(String name, String given, int port) {

  static List<ConninfoHost> list(String hosts, String addresses, String ports) {
    List<String> names = items(hosts);
    List<String> numbers = items(addresses);
    List<String> portList = items(ports);
    List<ConninfoHost> list = new ArrayList<>();
    for (int i = 0; i < Math.max(names.size(), numbers.size()); i++) {
      String name = i < names.size() ? names.get(i) : "";
      String number = i < numbers.size() ? numbers.get(i) : "";
      // One port is for all of them.
      String port =
          portList.size() == 1 ? portList.getFirst() : i < portList.size() ? portList.get(i) : "";
      list.add(
          new ConninfoHost(
              number.isEmpty() ? name : number,
              name.isEmpty() ? number : name,
              port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0));
    }
    return List.copyOf(list);
  }

  private static List<String> items(String list) {
    return List.of(list.split(",", -1)).stream().map(String::strip).toList();
  }

  /** Whether this machine is meant, over TCP on the loopback address or by a Unix socket. */
  public boolean isHere() {
    String host = name.toLowerCase(Locale.ROOT);
    return host.isEmpty()
        || isSocket()
        || host.equals("localhost")
        || host.matches("127(\\.\\d{1,3}){3}")
        || isIpv6();
  }

  /** Whether it is a folder of sockets, or an abstract one. */
  public boolean isSocket() {
    return name.startsWith("/") || name.startsWith("@");
  }

  /** Whether this machine is meant in the way on which few servers of the lab listen. */
  public boolean isIpv6() {
    return name.equals("::1");
  }

  /** Whether a server on that port is meant; libpq's default is the course's own. */
  public boolean mayBe(int server) {
    return port == 0 || port == server;
  }
}
