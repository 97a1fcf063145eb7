package replicationlab.run;

import java.util.List;
import replicationlab.lab.Action;

/**
 * What an action will do, told before it does it.
 *
 * @param text what is typed or written, with this lab's own ports and paths
 * @param files what it reads and writes, relative to the workspace, such as "writes data2"
 * @param ports the ports that it opens or connects to
 * @param processes what it starts or stops, in words
 * @param diff for a change to a settings file, its lines as a unified diff without header; empty
 *     otherwise
 */
public record Preview(
    Action action,
    String text,
    List<String> files,
    List<Integer> ports,
    List<String> processes,
    List<String> diff) {

  public Preview {
    files = List.copyOf(files);
    ports = List.copyOf(ports);
    processes = List.copyOf(processes);
    diff = List.copyOf(diff);
  }
}
