package replicationlab.checkpoint;

import java.time.Instant;

/**
 * A folder that had to make way for another, and was moved instead of deleted.
 *
 * @param name where it is in the workspace, such as "kept/data2-1"
 * @param bytes what its files take
 * @param since when it was moved
 * @param served whether a server runs in it, which then serves on under the new name
 */
public record MovedFolder(String name, long bytes, Instant since, boolean served) {}
