package replicationlab.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import replicationlab.settings.SettingsFolder;

/**
 * What a {@link LastLook} shows. Where the program opens, with what look and in which size, is all
 * in the settings: as long as their file is the same, it opens where the picture was taken.
 *
 * @param settings the {@linkplain SettingsFolder#stamp stamp} of the settings
 * @param deck the deck's file
 * @param changed when that was written last, in milliseconds since 1970
 * @param size its bytes
 */
record LookSubject(long settings, String deck, long changed, long size) {

  /**
   * A deck as it is on disk.
   *
   * @throws IOException if it is not there
   */
  static LookSubject of(long settings, Path deck) throws IOException {
    return new LookSubject(
        settings, deck.toString(), Files.getLastModifiedTime(deck).toMillis(), Files.size(deck));
  }

  /** Whether neither the settings in a folder nor the deck have changed since. */
  boolean isAsItWas(Path folder) {
    try {
      return settings != 0
          && settings == SettingsFolder.stamp(folder)
          && equals(of(settings, Path.of(deck)));
    } catch (IOException gone) {
      return false;
    }
  }
}
