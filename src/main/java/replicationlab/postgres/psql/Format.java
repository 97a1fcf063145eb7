package replicationlab.postgres.psql;

/** How results are printed: psql's -x, -t and not -A. */
record Format(boolean expanded, boolean tuplesOnly, boolean aligned) {

  Format withExpanded(boolean on) {
    return new Format(on, tuplesOnly, aligned);
  }
}
