package replicationlab.ui.present;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;
import replicationlab.ui.kit.WhileShown;

/** The time of day, how long the talk has gone on, how much is left, and whether that is well. */
final class TimeBar extends HBox {

  private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");
  private static final PseudoClass EARLY = PseudoClass.getPseudoClass("early");
  private static final DateTimeFormatter TIME_OF_DAY =
      DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(Locale.ROOT);

  private final Talk talk;
  private final Supplier<LocalTime> now;
  private final Label clock = new Label();
  private final Label elapsed = new Label();
  private final Label remaining = new Label();
  private final Label pace = new Label();
  private final VBox left;
  private final Button pause =
      Buttons.pictured(Icons.PAUSE, "Stop the clock, or let it go on", this::pauseOrGo);

  TimeBar(Talk talk, Supplier<LocalTime> now) {
    this.talk = talk;
    this.now = now;
    getStyleClass().add("time-bar");
    setAlignment(Pos.CENTER_LEFT);
    clock.getStyleClass().add("time-clock");
    elapsed.getStyleClass().add("time-elapsed");
    remaining.getStyleClass().add("time-remaining");
    pace.getStyleClass().add("time-pace");
    Button restart =
        Buttons.pictured(Icons.RESET, "Set the clock of the talk back to zero", this::restart);
    left = named("left", remaining);
    getChildren()
        .addAll(named("time", clock), named("elapsed", elapsed), pause, restart, left, pace);
    Timeline ticking = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
    ticking.setCycleCount(Animation.INDEFINITE);
    WhileShown.subscribe(
        this,
        () -> {
          tick();
          ticking.play();
          return Subscription.combine(talk.subscribe(this::tick), ticking::stop);
        });
  }

  private static VBox named(String name, Label value) {
    Label small = new Label(name);
    small.getStyleClass().add("time-name");
    value.setMinWidth(USE_PREF_SIZE);
    VBox both = new VBox(value, small);
    both.setAlignment(Pos.CENTER);
    return both;
  }

  private void tick() {
    clock.setText(TIME_OF_DAY.format(now.get()));
    elapsed.setText(Pace.clock(talk.watch().elapsed()));
    Pace current = talk.pace();
    remaining.setText(Pace.clock(current.remaining()));
    pace.setText(current.words());
    pace.pseudoClassStateChanged(LATE, current.late());
    pace.pseudoClassStateChanged(EARLY, current.early());
    pace.setMinWidth(USE_PREF_SIZE);
    for (Region node : List.<Region>of(left, pace)) {
      node.setVisible(current.planned());
      node.setManaged(current.planned());
    }
    boolean runs = talk.watch().runs();
    pause.setGraphic((runs ? Icons.PAUSE : Icons.RUN).node());
    pause.setAccessibleText(runs ? "Stop the clock of the talk" : "Let the clock of the talk go");
    LateTooltip.set(pause, pause.getAccessibleText());
    setAccessibleText("Elapsed " + elapsed.getText() + " " + pace.getText());
  }

  private void pauseOrGo() {
    talk.pauseOrGo();
    tick();
  }

  private void restart() {
    talk.restart();
    tick();
  }
}
