package replicationlab.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import replicationlab.deck.Block;
import replicationlab.deck.CodeKind;
import replicationlab.deck.Pasteable;

/**
 * What a slide's code does when it is run in a lab. Slides are written for a room: they say where
 * things are on the teacher's machine, and not into which file a setting goes. What a lab's blocks
 * say with attributes ({@code file=}, {@code on=}, {@code session=}) a slide's may say, too, and
 * otherwise it is meant for the primary.
 */
public final class SlideCode {

  /** Where the course's slides have everything: the lab's workspace stands for it. */
  private static final String SHARE = "/u/pg/share/";

  private static final String HOME = "/u/pg/";

  private static final Pattern HBA_LINE =
      Pattern.compile(
          "(local|host|hostssl|hostnossl|hostgssenc|hostnogssenc)\\s.*", Pattern.DOTALL);

  /** Its settings stand in postgresql.conf since 12 (release notes of 12, "Migration"). */
  private static final String RECOVERY_CONF = "recovery.conf";

  private static final int WITHOUT_RECOVERY_CONF = 12;

  private final Block.Code code;
  private final Fence fence;
  private final int major;
  private final boolean refused;

  private SlideCode(Block.Code code, int major, boolean refused) {
    this.code = code;
    this.fence = Fence.parse(code.info());
    this.major = major;
    this.refused = refused || fence.has("refused");
  }

  /**
   * The actions, one for each command, statement or file; empty for what cannot be run, such as
   * plain text.
   *
   * @param refused whether the slide shows that the last command is meant to be refused
   */
  public static List<Action> actions(Block.Code code, int major, boolean refused) {
    return new SlideCode(code, major, refused).actions();
  }

  private List<Action> actions() {
    String text = Pasteable.of(code).text().replace(SHARE, "{share}/").replace(HOME, "");
    return switch (code.kind()) {
      case SHELL -> commands(text);
      case SQL -> statements(text);
      case SETTINGS -> settings(text);
      case TEXT -> List.of();
    };
  }

  private List<Action> commands(String text) {
    List<String> lines =
        text.replaceAll("\\\\\\R", " ")
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    List<Action> actions = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean last = i == lines.size() - 1;
      actions.add(new Action.Command(code.line(), Versions.ALL, lines.get(i), refused && last));
    }
    return actions;
  }

  private List<Action> statements(String text) {
    Role on = standby() ? Role.STANDBY : Role.PRIMARY;
    String session = fence.has("session") ? fence.get("session") : "slides, " + on.word();
    return SqlStatements.of(text).stream().map(sql -> statement(sql, on, session)).toList();
  }

  /** What psql does by itself, it is asked to do. */
  private Action statement(String sql, Role on, String session) {
    return sql.startsWith("\\")
        ? new Action.Command(
            code.line(),
            Versions.ALL,
            "psql -p %s -c '%s' postgres".formatted(on == Role.PRIMARY ? "5432" : "5433", sql),
            refused)
        : new Action.Statement(code.line(), Versions.ALL, sql, on, session, fence.get("save"));
  }

  private List<Action> settings(String text) {
    List<String> lines =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    if (lines.isEmpty()) {
      return List.of();
    }
    String all = String.join("\n", lines);
    if (HBA_LINE.matcher(lines.getFirst().toLowerCase(Locale.ROOT)).matches()) {
      return List.of(new Action.HbaLines(code.line(), Versions.ALL, all, file("pg_hba.conf")));
    }
    return List.of(new Action.Settings(code.line(), Versions.ALL, all, file("postgresql.conf")));
  }

  private String file(String usual) {
    String named = fence.get("file");
    if (named.isEmpty()) {
      return (standby() ? "data2/" : "data/") + usual;
    }
    return major >= WITHOUT_RECOVERY_CONF && named.endsWith(RECOVERY_CONF)
        ? named.substring(0, named.length() - RECOVERY_CONF.length()) + usual
        : named;
  }

  private boolean standby() {
    return fence.get("on").equals(Role.STANDBY.word());
  }

  /** Whether the slide's code can be run at all. */
  public static boolean runs(Block.Code code) {
    return code.kind() != CodeKind.TEXT;
  }
}
