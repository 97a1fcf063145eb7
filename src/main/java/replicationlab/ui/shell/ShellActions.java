package replicationlab.ui.shell;

import java.nio.file.Path;
import java.util.List;
import replicationlab.settings.Settings;

/** What the menus and the keys can do. */
interface ShellActions {

  void openDeck();

  void openDeck(Path file);

  void openCourse();

  List<String> recentDecks();

  /** Puts the open deck on paper or into pictures. */
  void exportSlides();

  void chooseLab();

  void home();

  void openLab();

  void quit();

  void togglePart(ShellView.Part part);

  boolean shows(ShellView.Part part);

  /** Brings the terminal to the front, or, from within it, goes back to the slide. */
  void terminal();

  /** Brings the pane of that name to the front. */
  void showPane(String name);

  /** Searches slides and notes, where they are read. */
  void search();

  void present();

  void presentFromStart();

  /** Erases what is drawn on all slides of the open deck. */
  void eraseDrawings();

  void look(Settings.Look look);

  Settings.Look look();

  void scaleText(double factor);

  void runStep();

  void runAll();

  void nextStep();

  void previousStep();

  void askForHelp();

  void skipStep();

  void backToStep();

  void check();

  void startServers();

  void stopServers();

  void reset();

  void exportEvidence();

  void showClass();

  void showKeys();

  void about();

  /** Looks for what could get into the lab's way. */
  void checkMachine();
}
