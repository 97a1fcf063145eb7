package replicationlab.checkpoint;

/**
 * A file, a folder or a link of a checkpoint.
 *
 * @param path inside the workspace, with slashes
 * @param content a file's digest, which names its copy; where a link leads; empty for a folder
 * @param settled whether {@code facts} will tell if the file changes again: not so for one that was
 *     written in the same tick of the clock
 */
record Entry(String path, Kind kind, FileFacts facts, String content, boolean settled) {

  enum Kind {
    FILE,
    FOLDER,
    LINK
  }

  Entry with(String newContent) {
    return new Entry(path, kind, facts, newContent, settled);
  }

  Entry with(FileFacts newFacts, boolean nowSettled) {
    return new Entry(path, kind, newFacts, content, nowSettled);
  }
}
