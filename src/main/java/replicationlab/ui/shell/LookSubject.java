package replicationlab.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import replicationlab.deck.SlideLinks;
import replicationlab.settings.SettingsFolder;

/**
 * What a {@link LastLook} shows. Where the program opens, with what look and in which size, is all
 * in the settings: as long as their file is the same, it opens where the picture was taken.
 *
 * @param settings the {@linkplain SettingsFolder#stamp stamp} of the settings
 * @param deck the deck's file
 * @param changed when that was written last, in milliseconds since 1970
 * @param size its bytes
 * @param slide counted from 1, before its first step
 * @param name of the slide in {@link SlideLinks}
 */
record LookSubject(long settings, String deck, long changed, long size, int slide, String name) {

  /**
   * A deck as it is on disk.
   *
   * @throws IOException if it is not there
   */
  static LookSubject of(long settings, Path deck, int slide, String name) throws IOException {
    return new LookSubject(
        settings,
        deck.toString(),
        Files.getLastModifiedTime(deck).toMillis(),
        Files.size(deck),
        slide,
        name);
  }

  /**
   * Whether this is what somebody asks for.
   *
   * @param file the deck; empty for the one that was open last
   * @param link to its slide; empty for the one at which it was left
   */
  boolean isMeantBy(String file, String link) {
    String wanted = link.strip().toLowerCase(Locale.ROOT);
    return (file.isEmpty() || Path.of(file).toAbsolutePath().normalize().equals(Path.of(deck)))
        && (wanted.isEmpty() || wanted.equals(Integer.toString(slide)) || wanted.equals(name));
  }

  /** Whether neither the settings in a folder nor the deck have changed since. */
  boolean isAsItWas(Path folder) {
    try {
      return settings != 0
          && settings == SettingsFolder.stamp(folder)
          && equals(of(settings, Path.of(deck), slide, name));
    } catch (IOException gone) {
      return false;
    }
  }
}
