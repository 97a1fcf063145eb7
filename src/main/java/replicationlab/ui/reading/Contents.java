package replicationlab.ui.reading;

import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import replicationlab.ui.kit.Icons;

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

  private final class SectionCell extends ListCell<Section> {

    private final Label title = new Label();
    private final Label progress = new Label();
    private final HBox line = new HBox(8, title, progress);

    SectionCell() {
      title.setTextOverrun(OverrunStyle.ELLIPSIS);
      title.setMinWidth(0);
      title.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(title, Priority.ALWAYS);
      progress.setMinWidth(USE_PREF_SIZE);
      progress.getStyleClass().add("reading-progress");
      line.setAlignment(Pos.CENTER_LEFT);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Section section, boolean empty) {
      super.updateItem(section, empty);
      if (empty || section == null) {
        setGraphic(null);
        setTooltip(null);
        return;
      }
      int done = section.read(read);
      boolean complete = done == section.slides();
      title.setText(section.title());
      progress.setText(complete || section.slides() == 1 ? "" : done + "/" + section.slides());
      progress.setGraphic(complete ? Icons.COPIED.node() : null);
      setTooltip(new Tooltip(section.title() + ": " + done + " of " + section.slides() + " read"));
      setAccessibleText(section.title() + ", " + done + " of " + section.slides() + " read");
      setGraphic(line);
    }
  }
}
