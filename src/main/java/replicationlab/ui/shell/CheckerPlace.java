package replicationlab.ui.shell;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import replicationlab.ui.check.CheckView;
import replicationlab.ui.check.CheckViewModel;
import replicationlab.ui.kit.EmptyState;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.lab.LabViewModel;

/** The place of the checker in the window: that of the lab which is open, or why there is none. */
final class CheckerPlace {

  private final StackPane holder = new StackPane();
  private @Nullable CheckViewModel checker;

  /** Whether there is a lab is known only after looking; it is not denied before. */
  CheckerPlace() {
    holder.setAlignment(Pos.TOP_LEFT);
    holder.getChildren().setAll(new EmptyState(Icons.CHECKER, "Opening the lab…"));
  }

  Node node() {
    return holder;
  }

  /** There is no lab, or none any more. */
  void withoutLab() {
    checker = null;
    holder
        .getChildren()
        .setAll(new EmptyState(Icons.CHECKER, "There is nothing to check before a lab is open."));
  }

  /**
   * A lab has been opened; answers with its checker, which follows what the lab does.
   *
   * @param note gets what the checker says in its header
   */
  CheckViewModel opened(OpenLab lab, LabViewModel steps, Consumer<Label> note) {
    CheckViewModel proof =
        new CheckViewModel(lab::prove, CheckViewModel.Mender.of(lab.run()), FxThread::run);
    checker = proof;
    proof.follow(steps.runningProperty(), steps.tallyProperty());
    lab.run().subscribe(new ProofStep(() -> FxThread.run(proof::stepProved))::accept);
    CheckView view = new CheckView(proof);
    holder.getChildren().setAll(view);
    note.accept(view.note());
    return proof;
  }

  /** What is proven; null while no lab is open. */
  @Nullable CheckViewModel checker() {
    return checker;
  }
}
