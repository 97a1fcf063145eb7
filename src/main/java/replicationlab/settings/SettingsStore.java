package replicationlab.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import replicationlab.files.WholeFile;

/**
 * The settings and their file, {@code settings.json}. A change is written after a moment of rest,
 * first to a file beside it that is then moved over the old one: whenever the program dies, one of
 * the two is whole. All methods may be called from any thread.
 */
public final class SettingsStore implements AutoCloseable {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Path file;
  private final Duration rest;
  private final Consumer<String> trouble;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("settings").factory());

  private final boolean firstStart;
  private Settings current;
  private @Nullable Settings saved;
  private long stamp;
  private @Nullable ScheduledFuture<?> pending;

  /**
   * Reads the settings.
   *
   * @param folder made when something is saved
   * @param rest how long nothing must change before it is saved
   * @param trouble gets a sentence when the file could not be read or written; on any thread
   */
  public SettingsStore(Path folder, Duration rest, Consumer<String> trouble) {
    this.file = folder.resolve(SettingsFolder.FILE);
    this.rest = rest;
    this.trouble = trouble;
    this.firstStart = !Files.exists(file);
    this.current = read();
    this.saved = current;
  }

  /** Whether there was no file yet: the program was never used before. */
  public boolean firstStart() {
    return firstStart;
  }

  /** The settings as they are now, saved or not. */
  public synchronized Settings current() {
    return current;
  }

  /** Changes the settings; equal ones are not saved again. */
  public synchronized void update(UnaryOperator<Settings> change) {
    current = change.apply(current);
    if (pending != null) {
      pending.cancel(false);
    }
    try {
      pending = clock.schedule(this::flush, rest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      flush();
    }
  }

  /** Saves now what is not yet saved. */
  public synchronized void flush() {
    if (current.equals(saved)) {
      return;
    }
    try {
      write(current);
      saved = current;
    } catch (IOException e) {
      trouble.accept(
          "Your settings could not be saved to "
              + file
              + " ("
              + e.getMessage()
              + "): make that folder writable, or they are forgotten when you quit.");
    }
  }

  /**
   * Saves, and tells the {@linkplain SettingsFolder#stamp stamp} of the file with these settings.
   *
   * @return 0 when there are others by now, or they cannot be saved
   */
  public synchronized long stamp(Settings of) {
    flush();
    return of.equals(current) && current.equals(saved) ? stamp : 0;
  }

  /** Saves and ends the store's thread. */
  @Override
  public void close() {
    clock.shutdownNow();
    flush();
  }

  private Settings read() {
    if (!Files.exists(file)) {
      return Settings.DEFAULTS;
    }
    try {
      // What the file lacks, because an older program wrote it, the defaults have.
      JsonNode defaults = JSON.valueToTree(Settings.DEFAULTS);
      byte[] content = Files.readAllBytes(file);
      JsonNode merged = JSON.readerForUpdating(defaults).readTree(content);
      if (!merged.isObject()) {
        throw new IOException("not a JSON object");
      }
      Settings read = JSON.treeToValue(merged, Settings.class);
      stamp = SettingsFolder.stamp(content);
      return read;
    } catch (IOException e) {
      setAside(e);
      return Settings.DEFAULTS;
    }
  }

  private void setAside(IOException why) {
    Path broken = file.resolveSibling(file.getFileName() + ".broken");
    String reason =
        why instanceof JsonProcessingException json ? json.getOriginalMessage() : why.getMessage();
    try {
      Files.move(file, broken, StandardCopyOption.REPLACE_EXISTING);
      trouble.accept(
          "Your settings could not be read ("
              + reason
              + "), so the usual ones are used; the old"
              + " file is kept as "
              + broken
              + ".");
    } catch (IOException e) {
      trouble.accept(
          "Your settings in "
              + file
              + " could not be read ("
              + reason
              + "), so the usual ones are"
              + " used.");
    }
  }

  private void write(Settings settings) throws IOException {
    Files.createDirectories(file.getParent());
    byte[] content =
        (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(settings) + "\n")
            .getBytes(StandardCharsets.UTF_8);
    WholeFile.write(file, content);
    stamp = SettingsFolder.stamp(content);
  }
}
