package replicationlab.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import replicationlab.postgres.config.SettingLine;
import replicationlab.postgres.config.SettingsFileStore;
import replicationlab.postgres.config.StraightText;

/** Settings files that the server would refuse, and which line of them it is. */
final class BrokenSettings {

  private static final Pattern UNKNOWN =
      Pattern.compile("unrecognized configuration parameter \"([^\"]+)\"");
  private static final Pattern SYNTAX =
      Pattern.compile("syntax error in file \"([^\"]+)\" line (\\d+)");
  private static final Pattern VALUE =
      Pattern.compile(
          "(?:invalid value for parameter|parameter|range for parameter) \"([a-z_]+)\"",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CURLY =
      Pattern.compile("[\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f]");
  private static final Set<String> OF_RECOVERY_CONF =
      Set.of(
          "standby_mode",
          "primary_conninfo",
          "primary_slot_name",
          "trigger_file",
          "restore_command",
          "archive_cleanup_command",
          "recovery_end_command",
          "recovery_target",
          "recovery_target_name",
          "recovery_target_time",
          "recovery_target_xid",
          "recovery_target_lsn",
          "recovery_target_inclusive",
          "recovery_target_timeline",
          "recovery_target_action",
          "recovery_min_apply_delay");

  private final Scene scene;
  private final Side side;

  BrokenSettings(Scene scene, Side side) {
    this.scene = scene;
    this.side = side;
  }

  Optional<Explanation> find() {
    return Diagnosis.first(this::noFile, this::curly, this::recoveryConf, this::refused);
  }

  private Optional<Explanation> noFile() {
    String file = side.folder() + "/postgresql.conf";
    return Diagnosis.when(
        !side.has("postgresql.conf") && !side.folder().equals("data"),
        () ->
            new Explanation(
                "no-postgresql-conf",
                file + " is not there, so the server does not know how to run.",
                new Mend()
                    .run("cp -p data/postgresql.conf " + file)
                    .settings(
                        file,
                        "port = 5433\nhot_standby = on"
                            + (scene.hasRecoveryConf() ? "" : "\n" + FreshCopy.CONNINFO))
                    .start(side.folder())
                    .as("Take the primary's file, with the standby's port.")));
  }

  /** Quotes as word processors make them: the server takes them for letters. */
  private Optional<Explanation> curly() {
    List<SettingLine> lines = side.files().lines();
    return java.util.stream.Stream.concat(
            lines.stream(),
            scene.hasRecoveryConf()
                ? scene.recoveryConf().lines().stream()
                : java.util.stream.Stream.empty())
        .filter(line -> CURLY.matcher(line.value()).lookingAt())
        .findFirst()
        .map(line -> curly(line.file(), line.text()));
  }

  private Explanation curly(Path file, String text) {
    String shown = side.files().shown(file);
    String straight = scene.inCourseWords(StraightText.of(text).replace('"', '\''));
    return new Explanation(
        "curly-quotes",
        "A line of "
            + shown
            + " has curly quotes or dashes, which PostgreSQL takes for letters: "
            + text.strip(),
        new Mend()
            .replace(shown, text, straight)
            .bring(side)
            .as("Write it with the straight signs of the keyboard, and start the server."));
  }

  /** recovery.conf is not read by {@code postgres -C}, so we read it ourselves. */
  private Optional<Explanation> recoveryConf() {
    if (!scene.hasRecoveryConf() || !side.isStandby() || !side.has("recovery.conf")) {
      return Optional.empty();
    }
    for (SettingLine line : scene.recoveryConf().lines()) {
      if (!line.text().strip().startsWith(line.name())) {
        return Optional.of(capitals(line));
      }
      if (!OF_RECOVERY_CONF.contains(line.name())) {
        return Optional.of(
            new Explanation(
                "unknown-parameter",
                "data2/recovery.conf has a parameter that this version does not know: "
                    + line.name(),
                new Mend()
                    .commentOut("data2/recovery.conf", line.text())
                    .bring(side)
                    .as("Take the line out of use and start the standby.")));
      }
      if (line.name().equals("primary_conninfo") && !line.text().contains("'")) {
        return Optional.of(unquoted("data2/recovery.conf", line.text()));
      }
    }
    return Optional.empty();
  }

  /** Up to 11 the server compares the names in recovery.conf letter by letter. */
  private Explanation capitals(SettingLine line) {
    String written = line.text().strip().substring(0, line.name().length());
    return new Explanation(
        "recovery-conf-capitals",
        "data2/recovery.conf has "
            + written
            + ", and the server takes the names in that file in small letters only.",
        new Mend()
            .replace(
                "data2/recovery.conf",
                line.text(),
                scene.inCourseWords(line.text().replaceFirst(written, line.name())))
            .bring(side)
            .as("Write it in small letters and start the standby."));
  }

  private Explanation unquoted(String file, String text) {
    return new Explanation(
        "conninfo-unquoted",
        "The value of primary_conninfo has spaces and equals signs, so it must stand in quotes: "
            + text.strip(),
        new Mend()
            .replace(file, text, FreshCopy.CONNINFO)
            .bring(side)
            .as("Put it in straight single quotes and start the standby."));
  }

  private Optional<Explanation> refused() {
    String complaint = side.settingsComplaint();
    if (complaint.isEmpty()) {
      return Optional.empty();
    }
    return Diagnosis.first(
        () -> unknown(complaint), () -> syntax(complaint), () -> value(complaint));
  }

  private Optional<Explanation> unknown(String complaint) {
    Set<String> names = new LinkedHashSet<>();
    UNKNOWN.matcher(complaint).results().forEach(match -> names.add(match.group(1)));
    if (names.isEmpty()) {
      return Optional.empty();
    }
    Mend mend = new Mend();
    boolean recovery = false;
    for (String name : names) {
      recovery |= OF_RECOVERY_CONF.contains(name);
      side.files()
          .all(name)
          .forEach(
              line -> mend.replace(side.files().shown(line.file()), line.text(), instead(line)));
    }
    if (recovery && side.isStandby() && !side.has(scene.signal())) {
      FreshCopy.complete(scene, mend);
    }
    return Optional.of(unknown(names.iterator().next(), mend.bring(side)));
  }

  private String instead(SettingLine line) {
    return switch (line.name()) {
      case "wal_keep_segments" -> "wal_keep_size = 800MB";
      case "wal_keep_size" -> "wal_keep_segments = 50";
      default -> "#" + line.text();
    };
  }

  private Explanation unknown(String name, Mend mend) {
    if (name.equals("standby_mode")) {
      return new Explanation(
          "standby-mode-unknown",
          "Since PostgreSQL 12 there is no standby_mode: the file standby.signal makes a standby.",
          mend.as("Take the line out of use, and let there be an empty standby.signal."));
    }
    if (name.equals("wal_keep_segments")) {
      return new Explanation(
          "wal-keep-segments-unknown",
          "Since PostgreSQL 13 wal_keep_segments is called wal_keep_size and counts megabytes.",
          mend.as("Write wal_keep_size instead; a segment has 16 MB."));
    }
    if (OF_RECOVERY_CONF.contains(name)) {
      return new Explanation(
          "conninfo-in-postgresql-conf",
          "Up to PostgreSQL 11 "
              + name
              + " belongs into recovery.conf; postgresql.conf does not"
              + " know it.",
          mend.as("Take the line out of use; recovery.conf has it."));
    }
    return new Explanation(
        "unknown-parameter",
        "A settings file of "
            + side.folder()
            + " has a parameter that this version does not know: "
            + name,
        mend.as("Correct its name, or take the line out of use, and start the server."));
  }

  private Optional<Explanation> syntax(String complaint) {
    Matcher syntax = SYNTAX.matcher(complaint);
    if (!syntax.find()) {
      return Optional.empty();
    }
    Path file = Path.of(syntax.group(1));
    String text = lineOf(file, Integer.parseInt(syntax.group(2)));
    Path real = side.cluster().data().resolve(file.getFileName());
    String shown = side.files().shown(file.startsWith(side.cluster().data()) ? file : real);
    if (StraightText.isNeeded(text)) {
      return Optional.of(curly(real, text));
    }
    String name = text.strip().split("[\\s=]", 2)[0];
    if (name.equals("primary_conninfo") && !text.contains("'")) {
      return Optional.of(unquoted(shown, text));
    }
    return Optional.of(
        new Explanation(
            "settings-syntax",
            "A line of " + shown + " is not \"name = value\": " + text.strip(),
            new Mend()
                .replace(shown, text, courseLine(name).orElse("#" + text))
                .bring(side)
                .as("Correct the line and start the server.")));
  }

  private static String lineOf(Path file, int number) {
    try {
      List<String> lines = SettingsFileStore.read(file).text().lines().toList();
      return number <= lines.size() ? lines.get(number - 1) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private Optional<Explanation> value(String complaint) {
    Matcher value = VALUE.matcher(complaint);
    if (!value.find()) {
      return Optional.empty();
    }
    return side.files()
        .last(value.group(1))
        .map(line ->
            new Explanation(
                "invalid-value",
                side.files().shown(line.file())
                    + " gives "
                    + line.name()
                    + " a value that it cannot have: "
                    + line.value(),
                new Mend()
                    .replace(
                        side.files().shown(line.file()),
                        line.text(),
                        courseLine(line.name()).orElse("#" + line.text()))
                    .bring(side)
                    .as("Correct the value and start the server.")));
  }

  private Optional<String> courseLine(String name) {
    String value =
        Map.of(
                "port", String.valueOf(side.coursePort()),
                "listen_addresses", "'127.0.0.1'",
                "unix_socket_directories", "'{sockets}'",
                "wal_level", "hot_standby",
                "max_wal_senders", "1",
                "hot_standby", "on")
            .getOrDefault(name, "");
    if (name.equals("primary_conninfo")) {
      return Optional.of(FreshCopy.CONNINFO);
    }
    return value.isEmpty() ? Optional.empty() : Optional.of(name + " = " + value);
  }
}
