package replicationlab.postgres.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who listens on a port of this machine.
 *
 * @param pid the process; 0 if the system does not tell
 * @param command its program; empty if the system does not tell
 */
public record PortOwner(int port, long pid, String command) {

  private static final String LISTENING = "0A";

  /** The owner of a port; empty if the port is free. */
  public static Optional<PortOwner> of(int port) {
    if (isFree(port)) {
      return Optional.empty();
    }
    long pid = pidFromProc(port);
    String command = ProcessHandle.of(pid).flatMap(process -> process.info().command()).orElse("");
    return Optional.of(new PortOwner(port, pid, command));
  }

  /** Whether a server could listen there now, on the loopback address. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // PostgreSQL sets SO_REUSEADDR as well: a connection that is just closing holds no port.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** "postgres (process 4711)", as far as the system tells. */
  public String words() {
    if (pid == 0) {
      return "another program (the system does not tell which)";
    }
    String name = command.isEmpty() ? "a program" : Path.of(command).getFileName().toString();
    return name + " (process " + pid + ")";
  }

  private static long pidFromProc(int port) {
    Set<String> inodes = new HashSet<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      inodes.addAll(listeners(Path.of(table), port));
    }
    if (inodes.isEmpty()) {
      return 0;
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        if (holdsAny(process, inodes)) {
          return Long.parseLong(process.getFileName().toString());
        }
      }
    } catch (IOException e) {
      return 0;
    }
    return 0;
  }

  private static List<String> listeners(Path table, int port) {
    List<String> inodes = new ArrayList<>();
    String wanted = String.format(":%04X", port);
    try {
      for (String line : Files.readAllLines(table)) {
        String[] fields = line.strip().split("\\s+", -1);
        if (fields.length > 9 && fields[1].endsWith(wanted) && fields[3].equals(LISTENING)) {
          inodes.add("socket:[" + fields[9] + "]");
        }
      }
    } catch (IOException e) {
      return List.of();
    }
    return inodes;
  }

  private static boolean holdsAny(Path process, Set<String> inodes) {
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path descriptor : descriptors) {
        if (inodes.contains(Files.readSymbolicLink(descriptor).toString())) {
          return true;
        }
      }
    } catch (IOException e) {
      return false; // not ours to look into, or gone meanwhile
    }
    return false;
  }
}
