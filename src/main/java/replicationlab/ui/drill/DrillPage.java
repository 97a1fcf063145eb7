package replicationlab.ui.drill;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import replicationlab.check.CheckResult;
import replicationlab.check.ReplicationProof;
import replicationlab.deck.Block;
import replicationlab.drill.Drill;
import replicationlab.ui.drill.DrillViewModel.Foresight;
import replicationlab.ui.drill.DrillViewModel.Judgement;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.CheckRow;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.text.BlocksView;

/** One drill, at the stage at which the person is. */
final class DrillPage extends VBox {

  private final DrillViewModel model;
  private @Nullable Node first;

  DrillPage(DrillViewModel model, Drill drill) {
    this.model = model;
    getStyleClass().add("drill-page");
    Label title = words(drill.title());
    title.getStyleClass().add("title");
    getChildren().add(title);
    blocks(drill.story());
    switch (model.stageProperty().get()) {
      case CHOOSING -> {
        // The list shows instead.
      }
      case READING -> reading();
      case SETTING -> busy("The drill is being set…");
      case FORESEEING -> foreseeing();
      case SEARCHING -> searching();
      case VERIFYING -> busy("The proof is being made…");
      case MENDED -> mended(drill);
    }
    if (!model.trouble().isEmpty()) {
      Label trouble = words(model.trouble());
      trouble.getStyleClass().add("trouble");
      getChildren().add(trouble);
    }
  }

  /** What is done next at this stage, for the keyboard; null at a stage without such a thing. */
  @Nullable Node first() {
    return first;
  }

  private void comes(Node control) {
    if (first == null) {
      first = control;
    }
  }

  private void reading() {
    buttons(
        button(Icons.RUN, "Break it", "Break the lab in this way", "set", model::set),
        button(Icons.OUTLINE, "All drills", "Back to the list", "back", model::back));
  }

  private void foreseeing() {
    getChildren().add(words("It is set. Which rows of the proof will fail now?"));
    VBox rows = new VBox();
    rows.getStyleClass().add("foreseen");
    for (ReplicationProof.Row row : ReplicationProof.ROWS) {
      CheckBox box = new CheckBox(row.yesOrNo());
      box.setWrapText(true);
      comes(box);
      box.setSelected(model.foreseen().contains(row.name()));
      box.selectedProperty()
          .subscribe(selected -> {
            if (selected) {
              model.foreseen().add(row.name());
            } else {
              model.foreseen().remove(row.name());
            }
          });
      rows.getChildren().add(box);
    }
    getChildren().add(rows);
    buttons(button(Icons.CHECK, "See what fails", "Compare with the proof", "judge", model::judge));
  }

  private void searching() {
    List<Judgement> judgements = model.judgements();
    if (!judgements.isEmpty()) {
      VBox rows = new VBox();
      rows.getStyleClass().add("judgements");
      judgements.stream()
          .filter(each -> each.foresight() != Foresight.QUIET)
          .forEach(each -> rows.getChildren().add(judgement(each)));
      getChildren().add(rows);
    }
    getChildren()
        .add(
            words(
                "Find the cause and mend it: in the terminal, in the files, with the lab's steps, or"
                    + " anywhere else."));
    CheckResult answer = model.answer();
    if (answer != null) {
      CheckRow row = new CheckRow(answer, result -> model.showMe());
      row.setId("answer");
      getChildren().add(row);
    }
    Button giveUp =
        button(
            Icons.UNDETERMINED,
            "Give up: show me",
            "Name the mistake, and what to type",
            "give-up",
            model::giveUp);
    giveUp.setVisible(answer == null);
    buttons(
        button(Icons.CHECKER, "I have mended it", "Make the proof", "check-mend", model::check),
        giveUp);
  }

  private static HBox judgement(Judgement each) {
    Icons icon = each.foresight() == Foresight.RIGHT ? Icons.PASSED : Icons.WARNING;
    Label picture = new Label();
    picture.setGraphic(icon.node(each.foresight().name().toLowerCase(Locale.ROOT)));
    picture.setMinWidth(USE_PREF_SIZE);
    Label question = words(each.row().yesOrNo() + " " + sentence(each.foresight()));
    HBox line = new HBox(picture, question);
    line.setAlignment(Pos.TOP_LEFT);
    line.getStyleClass().add("judgement");
    return line;
  }

  private static String sentence(Foresight foresight) {
    return switch (foresight) {
      case RIGHT -> "Fails, as you said.";
      case MISSED -> "Fails, and you did not say so.";
      case WRONG -> "Does not fail, and you said that it would.";
      case QUIET -> "Does not fail.";
    };
  }

  private void mended(Drill drill) {
    boolean byThePerson = model.solved().contains(drill.id());
    Label done =
        words(
            byThePerson
                ? "Mended: the standby is proven again."
                : "The standby is proven again. This one was shown to you; set it once more some day.");
    done.setGraphic(Icons.PASSED.node("passed"));
    done.getStyleClass().add("done");
    getChildren().add(done);
    blocks(drill.afterwards());
    Button all = button(Icons.OUTLINE, "All drills", "Back to the list", "back", model::back);
    model.toBeMended().stream()
        .findFirst()
        .ifPresentOrElse(next -> buttons(next(next), all), () -> buttons(all));
  }

  private Button next(Drill next) {
    return button(
        Icons.GO_ON,
        "Next: " + next.title(),
        "The first that you have not mended",
        "next-drill",
        () -> model.open(next));
  }

  private void busy(String sentence) {
    ProgressIndicator turning = new ProgressIndicator();
    turning.getStyleClass().add("turning");
    HBox line = new HBox(turning, words(sentence));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("busy");
    getChildren().add(line);
    buttons(button(Icons.CANCEL, "Cancel", "End what runs", "cancel", model::cancel));
  }

  private void blocks(List<Block> blocks) {
    BlocksView view = new BlocksView(picture -> new Label(picture.alt()));
    view.show(blocks);
    getChildren().add(view);
  }

  private void buttons(Button... all) {
    comes(all[0]);
    FlowPane line = new FlowPane(all);
    line.getStyleClass().add("buttons");
    getChildren().add(line);
  }

  private static Button button(
      Icons icon, String word, String tooltip, String id, Runnable action) {
    Button button = Buttons.labelled(icon, word, tooltip, action);
    button.setId(id);
    return button;
  }

  private static Label words(String sentence) {
    Label label = new Label(sentence);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
