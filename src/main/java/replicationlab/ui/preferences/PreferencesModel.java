package replicationlab.ui.preferences;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import replicationlab.settings.Settings;

/** The settings as the pane shows them; on JavaFX's thread. */
public final class PreferencesModel {

  private final ReadOnlyObjectWrapper<Settings> now;
  private final Consumer<UnaryOperator<Settings>> changed;

  /**
   * @param changed makes a change and lets it be seen in the window
   */
  public PreferencesModel(Settings now, Consumer<UnaryOperator<Settings>> changed) {
    this.now = new ReadOnlyObjectWrapper<>(now);
    this.changed = changed;
  }

  /** What is set now. */
  public ReadOnlyObjectProperty<Settings> nowProperty() {
    return now.getReadOnlyProperty();
  }

  /** Changes a setting; one that is so already is left alone. */
  public void change(UnaryOperator<Settings> change) {
    Settings wanted = change.apply(now.get());
    if (!wanted.equals(now.get())) {
      now.set(wanted);
      changed.accept(change);
    }
  }

  /** Takes over what was changed elsewhere. */
  public void refresh(Settings elsewhere) {
    now.set(elsewhere);
  }
}
