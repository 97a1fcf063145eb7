package replicationlab.export;

import java.util.concurrent.CancellationException;

/** Puts slides on paper or into pictures. */
@FunctionalInterface
public interface Exporter {

  /**
   * Carries out an order; not on JavaFX's thread, which it needs for the drawing.
   *
   * @throws ExportFailed with one sentence that says why nothing was written
   * @throws CancellationException if the watch said so; nothing is left behind
   */
  Exported export(ExportOrder order, ExportWatch watch) throws ExportFailed;
}
