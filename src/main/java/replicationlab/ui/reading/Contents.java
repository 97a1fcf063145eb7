package replicationlab.ui.reading;

import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;
import replicationlab.ui.kit.WrappingCell;

/**
 * The table of contents: each section, and how much of it has been read. A click or Enter goes
 * there; the arrows only select.
 */
final class Contents extends ListView<Section> {

  private final Label none = new Label();
  private Set<Integer> read = Set.of();

  /**
   * @param go goes to the slide of that index
   */
  Contents(IntConsumer go) {
    getStyleClass().add("reading-contents");
    setAccessibleText("Contents");
    none.setWrapText(true);
    setPlaceholder(none);
    setCellFactory(_ -> new SectionCell(go));
    setOnKeyPressed(event -> {
      Section chosen = getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.ENTER && chosen != null) {
        go.accept(chosen.first());
        event.consume();
      }
    });
  }

  /**
   * Shows these in place of what was shown.
   *
   * @param isOpen whether a deck is open, be it one without slides
   */
  void show(List<Section> sections, boolean isOpen) {
    none.setText(isOpen ? "This deck has no slides." : "No deck is open.");
    getItems().setAll(sections);
  }

  void showRead(Set<Integer> all) {
    read = all;
    refresh();
  }

  /** Marks the section in which the reader is. */
  void follow(int index) {
    for (int at = 0; at < getItems().size(); at++) {
      if (getItems().get(at).holds(index)) {
        getSelectionModel().select(at);
        return;
      }
    }
  }

  private final class SectionCell extends WrappingCell<Section> {

    private final Label progress = new Label();

    /** A click goes there, also to the beginning of the section in which one is already. */
    SectionCell(IntConsumer go) {
      setOnMouseClicked(event -> {
        Section section = getItem();
        if (section != null && event.getButton() == MouseButton.PRIMARY) {
          go.accept(section.first());
        }
      });
      progress.getStyleClass().add("reading-progress");
      after(progress);
    }

    @Override
    protected void updateItem(Section section, boolean empty) {
      super.updateItem(section, empty);
      if (empty || section == null) {
        showName(null);
        LateTooltip.set(this, "");
        return;
      }
      int done = section.read(read);
      boolean complete = done == section.slides();
      progress.setText(complete || section.slides() == 1 ? "" : done + "/" + section.slides());
      progress.setGraphic(complete ? Icons.COPIED.node() : null);
      LateTooltip.set(this, section.title() + ": " + done + " of " + section.slides() + " read");
      setAccessibleText(section.title() + ", " + done + " of " + section.slides() + " read");
      showName(section.title());
    }
  }
}
