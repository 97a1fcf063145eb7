package replicationlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every source file is written as google-java-format writes it.
 *
 * <p>{@code mvn test -Dtest=FormatTest -Dformat.write=true} rewrites those that are not. It is a
 * test and not a Spotless step because Spotless runs inside Maven, and under a Maven on JDK 17 the
 * formatter cannot read the language of 25.
 */
class FormatTest {

  @Test
  void everySourceFileIsFormatted() throws IOException, FormatterException {
    List<Path> badlyFormatted = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        String formatted = format(source);
        if (!formatted.equals(source)) {
          badlyFormatted.add(file);
          if (Boolean.getBoolean("format.write")) {
            Files.writeString(file, formatted);
          }
        }
      }
    }
    assertThat(badlyFormatted)
        .as("not formatted; 'mvn test -Dtest=FormatTest -Dformat.write=true' does it")
        .isEmpty();
  }

  private static String format(String source) throws FormatterException {
    String ordered =
        ImportOrderer.reorderImports(
            RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.GOOGLE);
    return new Formatter().formatSource(ordered);
  }
}
