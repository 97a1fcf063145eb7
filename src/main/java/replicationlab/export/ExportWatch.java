package replicationlab.export;

/** Follows an export, and can end it before its time. From the thread that exports. */
public interface ExportWatch {

  /** Sees nothing and ends nothing. */
  ExportWatch NONE = (done, of) -> true;

  /**
   * So many slides are done.
   *
   * @return whether to go on
   */
  boolean goesOn(int done, int of);
}
