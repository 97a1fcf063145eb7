package replicationlab.postgres.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import replicationlab.process.CommandResult;

/**
 * What a server offers for settings of which each takes one of a few values. It tells when it
 * refuses another value, and of every line of its settings file at once.
 */
final class EnumChoices {

  private static final Pattern REFUSED = Pattern.compile("invalid value for parameter \"(.*?)\"");
  private static final Pattern AVAILABLE = Pattern.compile("HINT: +Available values: (.*?)\\.?$");

  private EnumChoices() {}

  /**
   * By the setting's name; without those of which the server tells nothing.
   *
   * @param names the settings
   * @param handOver lets the server have a folder that was made for it
   * @param look runs the server program on that folder; it does not come to start
   */
  static Map<String, List<String>> of(
      Collection<String> names, Consumer<Path> handOver, Function<Path, CommandResult> look) {
    try {
      Path folder = Files.createTempDirectory("replication-lab-");
      Path file = folder.resolve("postgresql.conf");
      try {
        Files.writeString(
            file, names.stream().map(name -> name + " = '?'\n").collect(Collectors.joining()));
        handOver.accept(folder);
        return read(look.apply(folder));
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, List<String>> read(CommandResult result) {
    Map<String, List<String>> choices = new HashMap<>();
    String name = "";
    for (String line : result.text().lines().toList()) {
      Matcher refused = REFUSED.matcher(line);
      Matcher available = AVAILABLE.matcher(line);
      if (refused.find()) {
        name = refused.group(1);
      } else if (available.find()) {
        choices.put(name, List.of(available.group(1).split(", ", -1)));
      }
    }
    return choices;
  }
}
