package replicationlab.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import replicationlab.ui.kit.Messages;

/**
 * The panes that share a place with the slide, the lab or the console. To add one, make it here and
 * name it in the list of its place; it hears of every lab that is opened.
 */
final class LabPanes {

  private final TerminalPlace terminal = new TerminalPlace();
  private final List<ShellPane> below = List.of(terminal.pane());
  private final DrillsPane drilling = new DrillsPane();
  private final ShellPane drills = drilling.pane();
  private final SettingsPanes settings;
  private final HomePane home;

  /**
   * @param messages what the panes have to say, and to ask
   */
  LabPanes(Messages messages, HomePane home) {
    this.home = home;
    settings = new SettingsPanes(messages);
  }

  /** The editor of the settings files, and the X-ray. */
  SettingsPanes settings() {
    return settings;
  }

  HomePane home() {
    return home;
  }

  /**
   * @param select brings a pane beside the slide to the front
   */
  void shownBy(Consumer<String> select) {
    settings.shownBy(select);
    home.shownBy(select);
  }

  /** In the centre, where there is most room. */
  List<ShellPane> besideTheSlide() {
    List<ShellPane> all = new ArrayList<>(settings.both());
    all.add(home.pane());
    return all;
  }

  /** At the right, over the checker. */
  List<ShellPane> besideTheLab() {
    return List.of(drills);
  }

  /** Below, between the console and the servers' logs. */
  List<ShellPane> besideTheConsole() {
    return below;
  }

  DrillsPane drills() {
    return drilling;
  }

  TerminalPlace terminal() {
    return terminal;
  }

  /** A lab has been opened; null: it was closed. */
  void opened(@Nullable OpenLab lab) {
    Stream.of(besideTheSlide(), besideTheLab(), besideTheConsole())
        .flatMap(List::stream)
        .forEach(pane -> pane.opened().accept(lab));
  }
}
