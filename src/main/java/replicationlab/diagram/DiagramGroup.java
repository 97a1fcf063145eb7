package replicationlab.diagram;

import java.util.List;

/**
 * A box around nodes, such as a machine's boundary.
 *
 * @param members names of nodes, and of groups that were written before this one
 * @param bind the running cluster it stands for; empty when none
 * @param line in the file, counted from 1
 */
public record DiagramGroup(
    String name,
    String label,
    List<String> members,
    NodeRole role,
    String bind,
    boolean hidden,
    int line) {

  public DiagramGroup {
    members = List.copyOf(members);
  }
}
