package replicationlab.export;

import java.io.IOException;

/** Nothing was exported; the message is one sentence for a person. */
public final class ExportFailed extends IOException {

  public ExportFailed(String sentence) {
    super(sentence);
  }

  public ExportFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
