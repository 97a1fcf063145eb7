package replicationlab.export;

import java.nio.file.Path;
import java.util.List;

/**
 * What an export has written.
 *
 * @param files the PDF, or each picture
 * @param pages how many pages or pictures there are
 * @param warnings what could not be put on paper as it is on the screen, each with its slide
 */
public record Exported(List<Path> files, int pages, List<String> warnings) {

  public Exported {
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
  }
}
