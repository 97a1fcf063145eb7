package replicationlab.ui.reading;

import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;
import replicationlab.ui.kit.WrappingCell;

/** The table of contents: each section, and how much of it has been read. */
final class Contents extends ListView<Section> {

  private Set<Integer> read = Set.of();
  private boolean following;

  /**
   * @param go goes to the slide of that index
   */
  Contents(IntConsumer go) {
    getStyleClass().add("reading-contents");
    setAccessibleText("Contents");
    setPlaceholder(new Label("No deck is open."));
    setCellFactory(_ -> new SectionCell());
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(section -> {
          if (section != null && !following) {
            go.accept(section.first());
          }
        });
  }

  void show(List<Section> sections) {
    following = true;
    getItems().setAll(sections);
    following = false;
  }

  void showRead(Set<Integer> all) {
    read = all;
    refresh();
  }

  /** Marks the section in which the reader is. */
  void follow(int index) {
    for (int at = 0; at < getItems().size(); at++) {
      if (getItems().get(at).holds(index)) {
        following = true;
        getSelectionModel().select(at);
        following = false;
        return;
      }
    }
  }

  private final class SectionCell extends WrappingCell<Section> {

    private final Label progress = new Label();

    SectionCell() {
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
