package replicationlab.ui.consent;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import replicationlab.consent.Announcement;
import replicationlab.ui.kit.CodeBox;

/** Everything that a lesson would run, step by step, to be read from top to bottom. */
public final class AnnouncementView extends VBox {

  private static final double WIDTH = 640;
  private static final double HEIGHT = 380;
  private static final double GAP = 12;

  /** A list with a sentence above it. */
  public AnnouncementView(String words, List<Announcement> steps) {
    super(GAP);
    Label introduction = new Label(words);
    introduction.setWrapText(true);
    introduction.setMinHeight(Region.USE_PREF_SIZE);
    VBox list = new VBox(GAP);
    list.getStyleClass().add("announcement");
    steps.forEach(step -> list.getChildren().add(step(step)));
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setPrefViewportHeight(HEIGHT);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    setPrefWidth(WIDTH);
    getChildren().addAll(introduction, scroll);
  }

  private static VBox step(Announcement step) {
    Label title = new Label(step.step());
    title.getStyleClass().add("text-bold");
    title.setWrapText(true);
    return new VBox(GAP / 3, title, new CodeBox(String.join("\n", step.lines())));
  }
}
