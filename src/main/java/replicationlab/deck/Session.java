package replicationlab.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A terminal session as people paste it into slides: prompts, commands, and what they printed. */
record Session(List<Part> parts) {

  /** What a stretch of lines is; a preface stands before the first prompt. */
  enum Kind {
    PREFACE,
    SHELL,
    PSQL,
    PRINTED
  }

  /**
   * Lines {@code begin} to before {@code end} of the block.
   *
   * @param typed the commands without prompts; empty for what was printed
   */
  record Part(Kind kind, int begin, int end, List<String> typed) {}

  /** "$ ls", "ann@host:~$ ls", "[root@host ~]# ls"; a lone "#" is a comment. */
  private static final Pattern SHELL_PROMPT =
      Pattern.compile(
          "\\s*(?:\\$|\\[?[\\w.-]{1,64}@[\\w.-]{1,64}[^$#]{0,200}[$#]|-bash-[\\d.]+[$#])\\s+(\\S.*)",
          Pattern.DOTALL);

  private static final Pattern PSQL_PROMPT =
      Pattern.compile("\\s*\\w{0,64}=[*!]?[#>]\\s+(\\S.*)", Pattern.DOTALL);

  private static final Pattern MORE_SHELL = Pattern.compile("\\s*>\\s(.*)", Pattern.DOTALL);
  private static final Pattern MORE_SQL =
      Pattern.compile("\\s*\\w{0,64}[-'\"(][*!]?[#>]\\s(.*)", Pattern.DOTALL);

  static Session of(List<String> lines) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      Part part = commandAt(lines, at);
      if (part == null) {
        int end = at + 1;
        while (end < lines.size() && !isPrompt(lines.get(end))) {
          end++;
        }
        Kind kind = at == 0 ? Kind.PREFACE : Kind.PRINTED;
        part =
            new Part(kind, at, end, new ArrayList<>(at == 0 ? lines.subList(0, end) : List.of()));
      }
      add(parts, part);
      at = part.end();
    }
    return new Session(parts);
  }

  boolean hasPrompts() {
    return parts.stream().anyMatch(part -> part.kind() == Kind.SHELL || part.kind() == Kind.PSQL);
  }

  /** Commands in a row are one part. */
  private static void add(List<Part> parts, Part part) {
    if (!parts.isEmpty() && parts.getLast().kind() == part.kind()) {
      Part before = parts.removeLast();
      before.typed().addAll(part.typed());
      parts.add(new Part(part.kind(), before.begin(), part.end(), before.typed()));
    } else {
      parts.add(part);
    }
  }

  private static boolean isPrompt(String line) {
    return SHELL_PROMPT.matcher(line).matches() || PSQL_PROMPT.matcher(line).matches();
  }

  private static @Nullable Part commandAt(List<String> lines, int at) {
    Matcher shell = SHELL_PROMPT.matcher(lines.get(at));
    if (shell.matches()) {
      return shellCommand(lines, at, shell.group(1));
    }
    Matcher psql = PSQL_PROMPT.matcher(lines.get(at));
    return psql.matches() ? statement(lines, at, psql.group(1)) : null;
  }

  private static Part shellCommand(List<String> lines, int at, String first) {
    List<String> typed = new ArrayList<>(List.of(first));
    int end = at + 1;
    while (end < lines.size() && typed.getLast().endsWith("\\")) {
      typed.add(withoutPrompt(MORE_SHELL, lines.get(end++)));
    }
    return new Part(Kind.SHELL, at, end, typed);
  }

  private static Part statement(List<String> lines, int at, String first) {
    List<String> typed = new ArrayList<>(List.of(first));
    int end = at + 1;
    int last = lastOfStatement(lines, at, first);
    while (end <= last) {
      typed.add(withoutPrompt(MORE_SQL, lines.get(end++)));
    }
    return new Part(Kind.PSQL, at, end, typed);
  }

  /** A statement goes on up to its semicolon, unless a prompt or a table says that it is over. */
  private static int lastOfStatement(List<String> lines, int at, String first) {
    if (first.startsWith("\\") || first.stripTrailing().endsWith(";")) {
      return at;
    }
    for (int next = at + 1; next < lines.size(); next++) {
      String line = lines.get(next);
      if (line.isBlank() || isPrompt(line) || PsqlTable.end(lines, next) >= 0) {
        return at;
      }
      if (line.stripTrailing().endsWith(";")) {
        return next;
      }
    }
    return at;
  }

  private static String withoutPrompt(Pattern prompt, String line) {
    Matcher matcher = prompt.matcher(line);
    return matcher.matches() ? matcher.group(1) : line;
  }
}
