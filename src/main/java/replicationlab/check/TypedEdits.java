package replicationlab.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import replicationlab.postgres.config.SettingsFileStore;
import replicationlab.postgres.sql.PasswordMask;
import replicationlab.process.ShellWords;

/**
 * Changes of settings files as lines for a shell. A new line goes to the file's end, where it is
 * the last of its name and so the one that counts.
 */
final class TypedEdits {

  private static final String SPACES = "[[:space:]]*";

  /** What stands in the place of a password, with the word that says that it is one. */
  private static final Pattern SECRET = Pattern.compile("(?i)(\\w*password\\W*|://\\S*:)[*]{8}");

  private final Path workspace;
  private final Set<String> ended = new HashSet<>();
  private boolean copied;

  TypedEdits(Path workspace) {
    this.workspace = workspace;
  }

  /** From here on, what is in data2 is what is in data. */
  void copied() {
    copied = true;
  }

  List<String> added(String file, String lines) {
    List<String> typed = new ArrayList<>();
    String into = ">> " + ShellWords.fileName(file);
    for (String line :
        lines.lines().map(String::strip).filter(Predicate.not(String::isEmpty)).toList()) {
      String masked = PasswordMask.of(line);
      if (!masked.equals(line)) {
        typed.add("# into " + file + ", with the password in the place of the stars: " + masked);
        continue;
      }
      if (ended.add(file) && lacksLineEnd(file)) {
        typed.add("echo " + into);
      }
      // Some shells' echo takes a backslash for more than itself.
      String say = line.contains("\\") ? "printf '%s\\n' " : "echo ";
      typed.add(ShellWords.line(say + ShellWords.quoted(line), into));
    }
    return typed;
  }

  /** An editor may have left the last line without its end; the new one would be glued to it. */
  private boolean lacksLineEnd(String file) {
    String text = text(file);
    return !text.isEmpty() && !text.endsWith("\n");
  }

  private String text(String file) {
    String now = copied ? file.replaceFirst("^data2/", "data/") : file;
    Path path = workspace.resolve(now);
    try {
      return Files.isRegularFile(path) ? SettingsFileStore.read(path).text() : "";
    } catch (IOException e) {
      return "";
    }
  }

  /** By sed, which leaves the old file beside the new one. */
  String replaced(String file, String old, String by) {
    String masked = PasswordMask.of(old);
    String unseen = by.replace(old, "");
    if (old.isBlank() || !PasswordMask.of(unseen).equals(unseen)) {
      return "# in "
          + file
          + ", with the password in the place of the stars, instead of "
          + masked.strip()
          + ": "
          + PasswordMask.of(by).replace("\n", "\n# ");
    }
    String pattern = "^" + pattern(masked) + (text(file).contains("\r") ? SPACES : "") + "$";
    String replacement = replacement(by, old);
    String script =
        (pattern + replacement).contains("|")
            ? "s/" + pattern.replace("/", "\\/") + "/" + replacement.replace("/", "\\/") + "/"
            : "s|" + pattern + "|" + replacement + "|";
    return ShellWords.line("sed -i.old " + ShellWords.script(script), ShellWords.fileName(file));
  }

  /**
   * Up to a password, if there is one. A dot stands for itself, too, and is easier to read than one
   * behind a backslash.
   */
  private static String pattern(String masked) {
    Matcher secret = SECRET.matcher(masked);
    boolean cut = secret.find();
    String line = (cut ? masked.substring(0, secret.start()) : masked.stripTrailing());
    return line.replaceAll("([\\\\\\[*^$])", "\\\\$1").replaceAll(" *\\t[ \\t]*", SPACES)
        + (cut ? ".*" : line.equals(masked) ? "" : SPACES);
  }

  /** What of the old line stays, sed writes by itself. */
  private static String replacement(String by, String old) {
    int kept = by.indexOf(old);
    return kept < 0
        ? escaped(by)
        : escaped(by.substring(0, kept)) + "&" + escaped(by.substring(kept + old.length()));
  }

  private static String escaped(String text) {
    return text.replace("\t", " ").replaceAll("([\\\\&])", "\\\\$1").replace("\n", "\\\n");
  }
}
