package replicationlab.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import replicationlab.settings.Settings.Look;
import replicationlab.ui.shell.ShellView.Part;

/** The window's menus; every command has its key beside it. */
final class ShellMenu extends MenuBar {

  private final ShellActions actions;

  ShellMenu(ShellActions actions) {
    this.actions = actions;
    getMenus().addAll(file(), view(), lab(), help());
    MoreKeys.forTextSize(this, actions);
  }

  private Menu file() {
    Menu recent = new Menu("Open _recent");
    Menu menu =
        new Menu(
            "_File",
            null,
            item("_Open deck…", "Shortcut+O", actions::openDeck),
            recent,
            item("The _course", "", actions::openCourse),
            item("_Export the slides…", "Shortcut+Shift+E", actions::exportSlides),
            new SeparatorMenuItem(),
            item("_Settings…", "Shortcut+Comma", actions::chooseLab),
            new SeparatorMenuItem(),
            item("_Quit", "Shortcut+Q", actions::quit));
    menu.setOnShowing(event -> recent.getItems().setAll(recentItems()));
    return menu;
  }

  private List<MenuItem> recentItems() {
    List<MenuItem> items =
        actions.recentDecks().stream()
            .map(file -> item(file.replace("_", "__"), "", () -> actions.openDeck(Path.of(file))))
            .toList();
    if (!items.isEmpty()) {
      return items;
    }
    MenuItem none = new MenuItem("No other deck was opened yet");
    none.setDisable(true);
    return List.of(none);
  }

  private Menu view() {
    CheckMenuItem outline = part("_Course", "F2", Part.OUTLINE);
    CheckMenuItem lab = part("_Lab", "F3", Part.LAB);
    CheckMenuItem checker = part("Chec_ker", "F4", Part.CHECKER);
    CheckMenuItem console = part("Co_nsole", "F8", Part.CONSOLE);
    ToggleGroup looks = new ToggleGroup();
    RadioMenuItem light = look("_Light", Look.LIGHT, looks);
    RadioMenuItem dark = look("_Dark", Look.DARK, looks);
    RadioMenuItem system = look("As the _system", Look.SYSTEM, looks);
    RadioMenuItem contrast = look("_High contrast", Look.HIGH_CONTRAST, looks);
    Menu menu =
        new Menu(
            "_View",
            null,
            item("_Present the slides", "F5", actions::present),
            item("Present from the _beginning", "Shift+F5", actions::presentFromStart),
            item("_Erase all drawings", "", actions::eraseDrawings),
            item("_Home", "Alt+Home", actions::home),
            new SeparatorMenuItem(),
            outline,
            lab,
            checker,
            console,
            item("_Terminal", "F7", actions::terminal),
            new SeparatorMenuItem(),
            item("Search slides and no_tes…", "Shortcut+F", actions::search),
            item("_Reading view", "Shortcut+R", () -> actions.showPane(ReadingJourney.NAME)),
            item("Settings _files", "Shortcut+E", () -> actions.showPane(SettingsPanes.FILES)),
            item("Configuration _X-ray", "Shortcut+I", () -> actions.showPane(SettingsPanes.XRAY)),
            new SeparatorMenuItem(),
            light,
            dark,
            system,
            contrast,
            new SeparatorMenuItem(),
            item("_Bigger text", "Shortcut+Plus", () -> actions.scaleText(1.1)),
            item("S_maller text", "Shortcut+Minus", () -> actions.scaleText(1 / 1.1)),
            item("_Usual text", "Shortcut+0", () -> actions.scaleText(0)));
    menu.setOnShowing(event -> {
      outline.setSelected(actions.shows(Part.OUTLINE));
      lab.setSelected(actions.shows(Part.LAB));
      checker.setSelected(actions.shows(Part.CHECKER));
      console.setSelected(actions.shows(Part.CONSOLE));
      light.setSelected(actions.look() == Look.LIGHT);
      dark.setSelected(actions.look() == Look.DARK);
      system.setSelected(actions.look() == Look.SYSTEM);
      contrast.setSelected(actions.look() == Look.HIGH_CONTRAST);
    });
    return menu;
  }

  private Menu lab() {
    return new Menu(
        "_Lab",
        null,
        item("_Run or check the open step", "Shortcut+Enter", actions::runStep),
        item("Give me a _hint", "Shortcut+H", actions::askForHelp),
        item("S_kip the open step", "", actions::skipStep),
        item("Run _all steps", "Shortcut+Shift+Enter", actions::runAll),
        new SeparatorMenuItem(),
        item("_Next step", "F6", actions::nextStep),
        item("_Previous step", "Shift+F6", actions::previousStep),
        item("_Back to the open step", "Shortcut+B", actions::backToStep),
        new SeparatorMenuItem(),
        item("_Check the standby", "F9", actions::check),
        new SeparatorMenuItem(),
        item("S_tart the servers", "", actions::startServers),
        item("_Stop the servers", "", actions::stopServers),
        new SeparatorMenuItem(),
        item("E_xport evidence…", "", actions::exportEvidence),
        item("Class _overview…", "", actions::showClass),
        new SeparatorMenuItem(),
        item("Open a_nother lab…", "", actions::openLab),
        item("R_eset the lab…", "", actions::reset));
  }

  private Menu help() {
    return new Menu(
        "_Help",
        null,
        item("_Keys", "F1", actions::showKeys),
        item("_Check this machine…", "", actions::checkMachine),
        item("_About Replication Lab", "", actions::about));
  }

  private CheckMenuItem part(String name, String key, Part part) {
    CheckMenuItem item = new CheckMenuItem(name);
    item.setAccelerator(KeyCombination.valueOf(key));
    item.setOnAction(event -> actions.togglePart(part));
    return item;
  }

  private RadioMenuItem look(String name, Look look, ToggleGroup group) {
    RadioMenuItem item = new RadioMenuItem(name);
    item.setToggleGroup(group);
    item.setOnAction(event -> actions.look(look));
    return item;
  }

  private static MenuItem item(String name, String key, Runnable action) {
    MenuItem item = new MenuItem(name);
    if (!key.isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(key));
    }
    item.setOnAction(event -> action.run());
    return item;
  }
}
