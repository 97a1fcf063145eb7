package replicationlab.diagram;

/**
 * A node as its author wrote it.
 *
 * @param box where it stands, in grid units
 * @param label its words; line breaks are the author's
 * @param note a second, smaller line; empty when there is none
 * @param bind the running cluster it stands for ("primary", "standby"); empty when none
 * @param hidden not shown until a step says so
 * @param line in the file, counted from 1
 */
public record DiagramNode(
    String name,
    NodeKind kind,
    Box box,
    String label,
    String note,
    NodeRole role,
    String bind,
    boolean hidden,
    int line) {}
