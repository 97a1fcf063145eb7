package replicationlab.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered, where, and how it survives. */
class SettingsStoreTest {

  private static final Duration LONG = Duration.ofHours(1);

  @TempDir Path folder;
  private final List<String> trouble = Collections.synchronizedList(new ArrayList<>());

  private SettingsStore open(Duration rest) {
    return new SettingsStore(folder, rest, trouble::add);
  }

  @Test
  void aFirstStartHasTheDefaultsAndWritesNothing() throws IOException {
    try (SettingsStore store = open(LONG)) {
      assertThat(store.current()).isEqualTo(Settings.DEFAULTS);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aStampTellsWithoutReadingWhetherTheFileHasTheseSettings() {
    try (SettingsStore store = open(LONG)) {
      assertThat(SettingsFolder.stamp(folder)).as("there is no file").isZero();
      store.update(now -> now.withFontScale(1.5));
      Settings bigger = store.current();
      long stamp = store.stamp(bigger);
      assertThat(stamp).isNotZero().isEqualTo(SettingsFolder.stamp(folder));
      store.update(now -> now.withFontScale(2));
      assertThat(store.stamp(bigger)).as("somebody has changed them").isZero();
      assertThat(SettingsFolder.stamp(folder)).isNotEqualTo(stamp);
      store.update(now -> bigger);
      assertThat(store.stamp(bigger)).isEqualTo(stamp);
    }
    try (SettingsStore store = open(LONG)) {
      assertThat(store.stamp(store.current())).isEqualTo(SettingsFolder.stamp(folder));
    }
  }

  @Test
  void whatWasChangedIsThereAtTheNextStart() {
    Settings changed =
        Settings.DEFAULTS
            .with(Settings.Look.DARK)
            .withFontScale(1.5)
            .with(new Settings.Window(new Settings.Bounds(-1200, 10, 1280, 800), true))
            .with(new Settings.LabChoice("/home/ada/lab", "9.6", 6000, 6001))
            .withRepository("https://maven.example/repo/")
            .withAsWritten(true)
            .with(Settings.DEFAULTS.decks().opened("a.md").at("a.md", 7).opened("b.md"));
    try (SettingsStore store = open(LONG)) {
      store.update(old -> changed);
    }
    try (SettingsStore store = open(LONG)) {
      assertThat(store.current()).isEqualTo(changed);
      assertThat(store.current().decks().recent()).containsExactly("b.md", "a.md");
      assertThat(store.current().decks().slideIn("a.md")).isEqualTo(7);
      assertThat(store.current().decks().slideIn("never seen")).isEqualTo(1);
    }
    assertThat(trouble).isEmpty();
  }

  @Test
  void aChangeIsSavedByItselfAfterAMomentOfRest() {
    try (SettingsStore store = open(Duration.ofMillis(20))) {
      store.update(old -> old.with(Settings.Look.DARK));
      await()
          .untilAsserted(
              () -> assertThat(folder.resolve("settings.json")).content().contains("DARK"));
      assertThat(folder.resolve("settings.json.new")).doesNotExist();
    }
  }

  @Test
  void aBrokenFileIsSetAsideAndTheDefaultsAreUsed() throws IOException {
    Files.writeString(folder.resolve("settings.json"), "{\"look\": \"DARK\", \"fontSc");
    try (SettingsStore store = open(LONG)) {
      assertThat(store.current()).isEqualTo(Settings.DEFAULTS);
    }
    assertThat(folder.resolve("settings.json.broken")).content().contains("fontSc");
    assertThat(trouble).singleElement().asString().contains("settings.json.broken");
  }

  @Test
  void whatAnOlderOrNewerProgramWroteIsRead() throws IOException {
    Files.writeString(
        folder.resolve("settings.json"),
        "{\"look\": \"LIGHT\", \"wallpaper\": 3, \"lab\": {\"primaryPort\": 6000, \"x\": 1}}");
    try (SettingsStore store = open(LONG)) {
      assertThat(store.current().look()).isEqualTo(Settings.Look.LIGHT);
      assertThat(store.current().lab()).isEqualTo(new Settings.LabChoice("", "", 6000, 5433));
      assertThat(store.current().layout()).isEqualTo(Settings.DEFAULTS.layout());
    }
    assertThat(trouble).isEmpty();
  }

  @Test
  void nonsenseWrittenByHandIsBroughtIntoRange() throws IOException {
    Files.writeString(
        folder.resolve("settings.json"),
        "{\"fontScale\": 900, \"layout\": {\"labEnd\": -4}, \"lab\": {\"standbyPort\": 99999}}");
    try (SettingsStore store = open(LONG)) {
      assertThat(store.current().fontScale()).isEqualTo(2.5);
      assertThat(store.current().layout().labEnd()).isZero();
      assertThat(store.current().lab().standbyPort()).isEqualTo(5433);
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsToldAndDoesNotStopAnything() throws IOException {
    Path file = Files.writeString(folder.resolve("in the way"), "");
    try (SettingsStore store = new SettingsStore(file.resolve("x"), LONG, trouble::add)) {
      store.update(old -> old.with(Settings.Look.DARK));
      store.flush();
      assertThat(store.current().look()).isEqualTo(Settings.Look.DARK);
      assertThat(trouble).singleElement().asString().contains("could not be saved");
    }
  }

  @Test
  void eachSystemHasItsFolder() {
    Path home = Path.of("/home/ada");
    assertThat(SettingsFolder.of("Linux", home, Map.of()))
        .isEqualTo(home.resolve(".config/replication-lab"));
    assertThat(SettingsFolder.of("Linux", home, Map.of("XDG_CONFIG_HOME", "/etc/ada")))
        .isEqualTo(Path.of("/etc/ada/replication-lab"));
    assertThat(SettingsFolder.of("Linux", home, Map.of("XDG_CONFIG_HOME", "relative")))
        .isEqualTo(home.resolve(".config/replication-lab"));
    assertThat(SettingsFolder.of("Mac OS X", home, Map.of()))
        .isEqualTo(home.resolve("Library/Application Support/Replication Lab"));
    assertThat(SettingsFolder.of("Windows 11", home, Map.of("APPDATA", "/roaming")))
        .isEqualTo(Path.of("/roaming/Replication Lab"));
  }
}
