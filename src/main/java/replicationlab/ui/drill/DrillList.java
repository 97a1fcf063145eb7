package replicationlab.ui.drill;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import replicationlab.drill.Drill;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;

/** The drills, each with whether it has been mended, and by whom. */
final class DrillList extends VBox {

  DrillList(DrillViewModel model) {
    getStyleClass().add("drill-list");
    Label intro =
        new Label(
            "Each drill breaks the finished lab in one way. Say which rows of the proof will fail,"
                + " find the cause, mend it in any way you like.");
    intro.setWrapText(true);
    intro.setMinHeight(Region.USE_PREF_SIZE);
    intro.getStyleClass().add("intro");
    getChildren().add(intro);
    long mended =
        model.drills().stream().filter(each -> model.solved().contains(each.id())).count();
    Label count = new Label(mended + " of " + model.drills().size() + " mended by you");
    count.getStyleClass().add("count");
    getChildren().add(count);
    List<Drill> left = model.toBeMended();
    if (!left.isEmpty()) {
      getChildren().add(choices(model, left));
    }
    model.drills().forEach(drill -> getChildren().add(line(model, drill)));
  }

  /** The first that can be chosen; null where there is none. */
  @Nullable Node first() {
    Node next = lookup("#next-drill");
    return next == null ? lookup(".hyperlink") : next;
  }

  /** For who does not want to choose by title. */
  private static FlowPane choices(DrillViewModel model, List<Drill> left) {
    Button next =
        Buttons.labelled(
            Icons.GO_ON,
            "Next: " + left.getFirst().title(),
            "The first that you have not mended",
            () -> model.open(left.getFirst()));
    next.setId("next-drill");
    Button any =
        Buttons.labelled(
            Icons.ANY,
            "Any of them",
            "One that you have not mended, whichever",
            () -> model.open(left.get(ThreadLocalRandom.current().nextInt(left.size()))));
    any.setId("any-drill");
    FlowPane line = new FlowPane(next, any);
    line.getStyleClass().add("buttons");
    return line;
  }

  private static HBox line(DrillViewModel model, Drill drill) {
    boolean solved = model.solved().contains(drill.id());
    boolean shown = !solved && model.shown().contains(drill.id());
    Label mark = new Label();
    mark.setGraphic((solved ? Icons.PASSED : Icons.READY).node(solved ? "passed" : "ready"));
    Hyperlink title = new Hyperlink(drill.title());
    title.setOnAction(event -> model.open(drill));
    title.setVisited(false);
    title.setWrapText(true);
    Label words = new Label(solved ? "mended" : shown ? "was shown" : "");
    words.setMinWidth(Region.USE_PREF_SIZE);
    words.getStyleClass().add("status");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(mark, title, gap, words);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("drill-line");
    return line;
  }
}
