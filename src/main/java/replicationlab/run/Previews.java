package replicationlab.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import replicationlab.lab.Action;
import replicationlab.lab.Role;
import replicationlab.policy.CommandWords;

/** Says what an action will touch, from the action itself and before it runs. */
final class Previews {

  private final Workbench bench;

  Previews(Workbench bench) {
    this.bench = bench;
  }

  Preview of(Action action) {
    String text = bench.wording().of(action.text());
    return switch (action) {
      case Action.Command command -> command(command, text);
      case Action.Statement statement -> statement(statement, text);
      case Action.Settings settings -> edit(settings, settings.file(), text);
      case Action.HbaLines lines -> edit(lines, lines.file(), text);
      case Action.Replacement line -> edit(line, line.file(), text);
      case Action.Permissions mode ->
          new Preview(
              mode,
              "chmod " + text + " " + mode.file(),
              List.of("changes who may read " + mode.file()),
              List.of(),
              List.of(),
              List.of());
    };
  }

  private Preview edit(Action action, String file, String text) {
    List<String> diff;
    try {
      diff = FileEdit.of(action, bench.workspace().folder().resolve(file), bench.wording()).diff();
    } catch (IOException e) {
      diff = List.of();
    }
    return new Preview(action, text, List.of("changes " + file), List.of(), List.of(), diff);
  }

  private Preview statement(Action.Statement statement, String text) {
    int port = statement.on() == Role.PRIMARY ? primaryPort() : standbyPort();
    List<String> files =
        statement.saveTo().isEmpty() ? List.of() : List.of("writes " + statement.saveTo());
    return new Preview(
        statement, text, files, List.of(port), List.of("keeps a session open"), List.of());
  }

  private Preview command(Action.Command command, String text) {
    List<String> files = new ArrayList<>();
    List<Integer> ports = new ArrayList<>();
    List<String> processes = new ArrayList<>();
    try {
      CommandWords words = CommandWords.parse(text);
      List<String> paths =
          words.arguments().stream().filter(word -> !word.startsWith("-")).toList();
      switch (words.program()) {
        case "initdb" -> files.add("makes " + words.valueOf("-D"));
        case "pg_ctl" -> server(words, files, ports, processes);
        case "psql" ->
            ports.add(
                words.valueOf("-p").isEmpty()
                    ? primaryPort()
                    : Integer.parseInt(words.valueOf("-p")));
        case "cp" -> {
          files.add("reads " + paths.getFirst());
          files.add("writes " + paths.getLast());
        }
        case "rm" -> paths.forEach(path -> files.add("deletes " + path));
        case "touch", "mkdir" -> paths.forEach(path -> files.add("makes " + path));
        default -> paths.forEach(path -> files.add("reads " + path));
      }
    } catch (IllegalArgumentException e) {
      processes.add(String.valueOf(e.getMessage()));
    }
    return new Preview(command, text, files, ports, processes, List.of());
  }

  private void server(
      CommandWords words, List<String> files, List<Integer> ports, List<String> processes) {
    String data =
        words.valueOf("-D").isEmpty()
            ? words.environment().getOrDefault("PGDATA", "data")
            : words.valueOf("-D");
    String log = words.valueOf("-l");
    if (!log.isEmpty()) {
      files.add("writes " + log);
    }
    boolean standby = data.endsWith("2");
    ports.add(standby ? standbyPort() : primaryPort());
    String verb = words.words().getLast();
    processes.add(verb + "s the server of " + data);
  }

  private int primaryPort() {
    return bench.clusters().primary().port();
  }

  private int standbyPort() {
    return bench.clusters().standby().port();
  }
}
