package replicationlab.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import replicationlab.settings.DrawnOnSlides;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Messages;
import replicationlab.ui.present.InkMemory;

/** What was drawn on the slides of each deck, in the settings. */
final class RememberedInk implements InkMemory, AutoCloseable {

  private final DrawnOnSlides kept;
  private final InTurn disk;

  RememberedInk(Path settingsFolder, Messages messages) {
    kept = new DrawnOnSlides(settingsFolder, messages::warn);
    disk = new InTurn(messages::warn);
  }

  @Override
  public void recall(String deck, Consumer<Map<String, List<List<Double>>>> then) {
    disk.later(() -> {
      Map<String, List<List<Double>>> drawn = kept.of(deck);
      FxThread.run(() -> then.accept(drawn));
    });
  }

  @Override
  public void remember(String deck, String slide, List<List<Double>> lines) {
    disk.later(() -> kept.remember(deck, slide, lines));
  }

  /** The last line reaches the disk before the program ends. */
  @Override
  public void close() {
    disk.finish();
  }
}
