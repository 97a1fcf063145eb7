package replicationlab.machine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A Unix socket's path has at most 107 bytes, its own name included. */
record SocketPathProbe(Path workspace) implements Probe {

  private static final int MOST = 107;
  private static final String LONGEST_NAME = ".s.PGSQL.65535";

  @Override
  public String name() {
    return "Length of socket paths";
  }

  @Override
  public Diagnosis look() {
    Path socket = workspace.toAbsolutePath().normalize().resolve("sockets").resolve(LONGEST_NAME);
    int bytes = socket.toString().getBytes(StandardCharsets.UTF_8).length;
    String measured = "%d of at most %d bytes".formatted(bytes, MOST);
    return bytes <= MOST
        ? Diagnosis.ok(name(), measured)
        : Diagnosis.warning(
            name(),
            measured,
            "Choose a workspace with a shorter path; until then the servers have no Unix sockets,"
                + " and psql needs -h 127.0.0.1.");
  }
}
