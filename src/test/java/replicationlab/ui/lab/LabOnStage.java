package replicationlab.ui.lab;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.course.Courses;
import replicationlab.course.ProgramFiles;
import replicationlab.run.StepState.Status;
import replicationlab.ui.FakeLab;
import replicationlab.ui.SampleLab;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Theme;

/** The guided lab in a window of its own, as its tests need it. */
final class LabOnStage {

  final FakeLab lab = new FakeLab(1);
  final List<String> visited = new ArrayList<>();
  final LabViewModel model = new LabViewModel(lab, "18.6", Runnable::run, FxThread::run);
  final Scene scene;

  LabOnStage(Stage stage) {
    model.sinceTheSlides().explain(Courses.changes(ProgramFiles.find(), Courses.FIRST));
    LabView view = view(() -> visited.add("drills"));
    scene = new Scene(view, 420, 760);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  /** The same lab, where nothing is there to be broken. */
  LabView withoutDrills() {
    return view(null);
  }

  private LabView view(@Nullable Runnable drills) {
    LabLinks links =
        new LabLinks(
            slide -> visited.add("slide " + slide),
            () -> visited.add("folder"),
            () -> visited.add("reset"),
            command -> visited.add("type " + command),
            (file, line) -> visited.add("edit " + file + " at line " + line),
            checkpoint -> visited.add("back to " + checkpoint.step()),
            folder -> visited.add("delete " + folder.name()),
            () -> visited.add("output"),
            drills);
    return new LabView(
        model,
        blocks -> {
          Label why = new Label(blocks.getFirst().text());
          why.setWrapText(true);
          why.setMinHeight(Region.USE_PREF_SIZE);
          return why;
        },
        links);
  }

  void open(int index) {
    Platform.runLater(() -> model.open(index));
    WaitForAsyncUtils.waitForFxEvents();
  }

  void end(Status status, String message) {
    Platform.runLater(() ->
        lab.end(
            status,
            message,
            status == Status.PASSED
                ? List.of(SampleLab.passed())
                : List.of(SampleLab.passed(), SampleLab.failed(), SampleLab.undetermined())));
    WaitForAsyncUtils.waitForFxEvents();
  }
}
