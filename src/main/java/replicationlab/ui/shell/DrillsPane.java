package replicationlab.ui.shell;

import java.util.stream.Collectors;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import replicationlab.check.ReplicationProof;
import replicationlab.course.Courses;
import replicationlab.course.Drills;
import replicationlab.course.ProgramFiles;
import replicationlab.drill.DrillBook;
import replicationlab.progress.DrillMemory;
import replicationlab.run.DrillRun;
import replicationlab.ui.check.CheckViewModel;
import replicationlab.ui.drill.DrillView;
import replicationlab.ui.drill.DrillViewModel;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Icons;

/** The drills beside the lab, of whichever lab is open. */
final class DrillsPane {

  static final String NAME = "Drills";

  private final StackPane holder = new StackPane(DrillView.withoutLab());
  private @Nullable DrillRun run;
  private @Nullable DrillViewModel model;
  private @Nullable DrillView view;

  ShellPane pane() {
    return new ShellPane(
        NAME,
        Icons.WARNING,
        "Break the finished lab on purpose, find out what is wrong, and mend it",
        () -> holder,
        this::opened,
        shown -> {});
  }

  private void opened(@Nullable OpenLab lab) {
    if (run != null) {
      run.close();
      run = null;
      model = null;
      view = null;
    }
    if (lab == null) {
      holder.getChildren().setAll(DrillView.withoutLab());
      return;
    }
    DrillRun drills = new DrillRun(lab.run(), new DrillMemory(lab.bench().workspace()));
    run = drills;
    DrillViewModel shown = new DrillViewModel(book(), drills, FxThread::run);
    model = shown;
    DrillView made = new DrillView(shown);
    view = made;
    holder.getChildren().setAll(made);
  }

  /** What leads to the drills of the lab that is open; null where it has none. */
  @Nullable Runnable way(Runnable show) {
    DrillView drills = view;
    if (drills == null || model == null || model.drills().isEmpty()) {
      return null;
    }
    return () -> {
      show.run();
      drills.takeFocus();
    };
  }

  /** The checker of the lab that is open goes with its drills. */
  void beside(CheckViewModel checker) {
    DrillViewModel drills = model;
    if (drills != null) {
      join(drills, checker);
    }
  }

  /**
   * The checker says nothing while somebody is to foresee it; it shows what the drill has found
   * once that is mended; and what it mends itself is not the person's own mend.
   */
  static void join(DrillViewModel drills, CheckViewModel checker) {
    checker.holdBackWhile(drills.foreseeing());
    drills
        .shownProofProperty()
        .subscribe(proof -> {
          if (proof != null) {
            checker.show(proof);
          }
        });
    checker
        .stageProperty()
        .subscribe(stage -> {
          if (stage == CheckViewModel.Stage.MENDING) {
            drills.mendedElsewhere();
          }
        });
  }

  private static DrillBook book() {
    return Drills.of(
        ProgramFiles.find(),
        Courses.FIRST,
        ReplicationProof.ROWS.stream().map(ReplicationProof.Row::name).collect(Collectors.toSet()));
  }
}
