package replicationlab.terminal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The shell of the terminal: the user's own if we know it, because habits differ, but without the
 * user's start-up files. Those may set PATH, PGDATA or PGPORT, start another shell, or print what
 * is on no slide; then nothing in the lab would be as it says. Aliases and prompts that are missed
 * for an hour are the smaller harm.
 *
 * @param command the program and its arguments
 * @param environment what it needs besides the lab's variables
 * @param startUpFile the name of the one file that it reads when it starts; empty for none
 * @param startUpText what stands in that file
 */
record Shell(
    List<String> command, Map<String, String> environment, String startUpFile, String startUpText) {

  /**
   * What every prompt begins with, unseen: a control sequence that JediTerm leaves to programs. It
   * tells that a command has ended.
   */
  static final String PROMPT_MARK = "prompt";

  private static final String MARK = "\033]1341;" + PROMPT_MARK + "\007";
  private static final String BOLD = "\033[1m";
  private static final String PLAIN = "\033[0m";

  /**
   * Chooses.
   *
   * @param folder where the start-up file and the history are
   */
  static Shell choose(Map<String, String> environment, String system, Path folder) {
    return choose(environment, system, folder, Files::isExecutable);
  }

  static Shell choose(
      Map<String, String> environment, String system, Path folder, Predicate<Path> isProgram) {
    if (system.toLowerCase(Locale.ROOT).startsWith("windows")) {
      return powerShell();
    }
    Path program =
        Stream.of(environment.getOrDefault("SHELL", ""), "/bin/bash", "/usr/bin/bash", "/bin/zsh")
            .map(Path::of)
            .filter(path -> List.of("bash", "zsh", "sh", "dash").contains(name(path)))
            .filter(Path::isAbsolute)
            .filter(isProgram)
            .findFirst()
            .orElse(Path.of("/bin/sh"));
    return switch (name(program)) {
      case "bash" -> bash(program, folder);
      case "zsh" -> zsh(program, folder);
      default -> posix(program, folder);
    };
  }

  private static String name(Path program) {
    return String.valueOf(program.getFileName());
  }

  private static Shell bash(Path program, Path folder) {
    Path file = folder.resolve("bashrc");
    return new Shell(
        List.of(program.toString(), "--noprofile", "--rcfile", file.toString(), "-i"),
        Map.of("HISTFILE", folder.resolve("history").toString()),
        "bashrc",
        start(
            // Between these brackets bash counts no columns.
            "PS1='\\[" + MARK + BOLD + "\\]\\W\\[" + PLAIN + "\\] \\$ '",
            "HISTCONTROL=ignoredups"));
  }

  private static Shell zsh(Path program, Path folder) {
    return new Shell(
        List.of(program.toString(), "-o", "NO_GLOBAL_RCS", "-i"),
        Map.of("ZDOTDIR", folder.toString()),
        ".zshrc",
        start(
            "PS1='%{" + MARK + BOLD + "%}%1~%{" + PLAIN + "%} %# '",
            "HISTFILE=\"$ZDOTDIR/history\"; HISTSIZE=1000; SAVEHIST=1000",
            "setopt INTERACTIVE_COMMENTS; unsetopt PROMPT_SP"));
  }

  private static Shell posix(Path program, Path folder) {
    return new Shell(
        List.of(program.toString(), "-i"),
        Map.of("ENV", folder.resolve("shrc").toString()),
        "shrc",
        start("PS1='" + MARK + "$ '"));
  }

  private static String start(String... lines) {
    return Stream.concat(
            Stream.of(
                "# Made by Replication Lab for its terminal, anew whenever that starts.",
                "if ls --color=auto / >/dev/null 2>&1; then alias ls='ls --color=auto'; fi"),
            Stream.of(lines))
        .reduce("", (text, line) -> text + line + "\n");
  }

  private static Shell powerShell() {
    String prompt =
        "function prompt { [string][char]27 + ']1341;%s' + [char]7 + (Split-Path -Leaf (Get-Location)) + '> ' }"
            .formatted(PROMPT_MARK);
    return new Shell(
        List.of("powershell.exe", "-NoLogo", "-NoProfile", "-NoExit", "-Command", prompt),
        Map.of(),
        "",
        "");
  }
}
