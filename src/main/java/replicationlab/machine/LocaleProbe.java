package replicationlab.machine;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import replicationlab.process.CommandNotStartedException;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandRunner;

/**
 * Whether the environment's locales exist: initdb refuses one that does not. The lab's own commands
 * run with LC_ALL=C; those of a terminal of one's own do not.
 */
record LocaleProbe(Map<String, String> environment, CommandRunner runner) implements Probe {

  private static final List<String> VARIABLES =
      List.of("LC_ALL", "LANG", "LC_CTYPE", "LC_COLLATE", "LC_MESSAGES", "LC_TIME");

  @Override
  public String name() {
    return "Locale";
  }

  @Override
  public Diagnosis look() {
    Map<String, String> set =
        VARIABLES.stream()
            .filter(name -> !environment.getOrDefault(name, "").isBlank())
            .collect(Collectors.toMap(name -> name, environment::get));
    if (set.isEmpty()) {
      return Diagnosis.ok(name(), "none is set, so C is used");
    }
    Set<String> known = known();
    if (known.isEmpty()) {
      return Diagnosis.unknown(name(), "this system does not list its locales");
    }
    List<String> unknown =
        VARIABLES.stream()
            .filter(set::containsKey)
            .filter(name -> !known.contains(normal(set.getOrDefault(name, ""))))
            .map(name -> name + "=" + set.get(name))
            .toList();
    return unknown.isEmpty()
        ? Diagnosis.ok(name(), String.join(", ", new LinkedHashSet<>(set.values())))
        : Diagnosis.warning(
            name(),
            String.join(", ", unknown) + " is not installed",
            "In a terminal of your own type: export LC_ALL=C (or generate that locale); the lab's"
                + " own commands do so already.");
  }

  private Set<String> known() {
    try {
      CommandResult all =
          runner.run(CommandRequest.of(Path.of("").toAbsolutePath(), List.of("locale", "-a")));
      return all.succeeded()
          ? Stream.concat(Stream.of("C", "POSIX"), all.text().lines())
              .map(LocaleProbe::normal)
              .collect(Collectors.toSet())
          : Set.of();
    } catch (CommandNotStartedException noSuchProgram) {
      return Set.of();
    }
  }

  /** "en_US.UTF-8" and "en_US.utf8" are the same. */
  private static String normal(String locale) {
    return locale.strip().toLowerCase(Locale.ROOT).replace("-", "");
  }
}
