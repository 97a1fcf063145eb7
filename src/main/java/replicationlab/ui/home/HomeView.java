package replicationlab.ui.home;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import replicationlab.ui.kit.BesideOrBelow;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;
import replicationlab.ui.kit.Theme;

/** The first page, once for a newcomer and then for somebody who comes back. */
public final class HomeView extends ScrollPane {

  private final HomeLinks links;
  private final VBox page = new VBox();
  private final Button slides;
  private final Button lab;
  private @Nullable Home shown;

  /** An empty page until something is shown. */
  public HomeView(HomeLinks links) {
    this.links = links;
    slides = button(Icons.SLIDE, "Begin", "To the slide at which you are", links.slides());
    lab = button(Icons.LAB, "Begin with the lab", "To the open step of the lab", links.lab());
    slides.getStyleClass().add("accent");
    page.getStyleClass().add("home-page");
    page.setMinWidth(0);
    setContent(page);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().add("home");
    getStylesheets().add(Theme.sheet(HomeView.class, "home.css"));
    setAccessibleText("Home");
  }

  private static Button button(Icons icon, String word, String hint, Runnable action) {
    Button button = Buttons.labelled(icon, word, hint, action);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /** Puts the focus on what most people want to do. */
  public void takeFocus() {
    slides.requestFocus();
  }

  /** Shows what there is to tell; the same again changes nothing. */
  public void show(Home home) {
    if (home.equals(shown)) {
      return;
    }
    boolean focused = slides.isFocused();
    shown = home;
    slides.setText(home.first() ? "Begin" : "Continue");
    lab.setText(home.first() ? "Begin with the lab" : "To the lab");
    if (home.first()) {
      newcomer(home);
    } else {
      comingBack(home);
    }
    if (focused) {
      slides.requestFocus();
    }
  }

  private void newcomer(Home home) {
    page.getChildren()
        .setAll(
            title("Replication Lab"),
            words(
                "A course on PostgreSQL high availability, with slides and a lab. In the lab you"
                    + " create a cluster, stream it to a second one, and the checker proves that"
                    + " it works. The servers are real; they run on this machine only."),
            actions(slides, lab),
            heading("Your lab"),
            surroundings(home.surroundings()));
  }

  private void comingBack(Home home) {
    page.getChildren()
        .setAll(
            title(home.deck().isEmpty() ? "Replication Lab" : home.deck()),
            words(position(home)),
            actions(slides),
            heading("Labs"));
    home.labs().forEach(each -> page.getChildren().add(progress(each)));
    page.getChildren()
        .addAll(
            actions(
                lab,
                button(
                    Icons.SEALED,
                    "Export evidence…",
                    "A sealed file of what you did, to hand in",
                    links.exportEvidence()),
                button(
                    Icons.CLASS,
                    "Class overview…",
                    "The evidence of a whole class, side by side",
                    links.classOverview())),
            heading("Recent decks"),
            recent(home.recent()),
            heading("Your lab"),
            surroundings(home.surroundings()));
  }

  private static String position(Home home) {
    if (home.deck().isEmpty()) {
      return "The slides are being read…";
    }
    if (home.slides() == 0) {
      return "This deck has no slides.";
    }
    String at = "You are at slide " + home.slide() + " of " + home.slides();
    return home.slideTitle().isEmpty() ? at + "." : at + ": " + home.slideTitle() + ".";
  }

  private static Node progress(Home.LabProgress lab) {
    ProgressBar bar = new ProgressBar(lab.steps() == 0 ? 0 : (double) lab.passed() / lab.steps());
    String how =
        lab.open() ? lab.passed() + " of " + lab.steps() + " steps" : lab.steps() + " steps";
    bar.setAccessibleText(lab.title() + ": " + how);
    Label title = words(lab.title());
    bar.setFocusTraversable(false);
    bar.setVisible(lab.open());
    bar.setManaged(lab.open());
    HBox far = new HBox(bar, new Label(how));
    far.getStyleClass().add("lab-far");
    BesideOrBelow line = new BesideOrBelow(title, far);
    line.setMaxWidth(Region.USE_PREF_SIZE);
    line.getStyleClass().add("lab-progress");
    return line;
  }

  private Node recent(List<Path> decks) {
    VBox list = new VBox();
    list.getStyleClass().add("recent-decks");
    for (Path deck : decks) {
      Path folder = deck.getParent();
      String name =
          folder == null || folder.getFileName() == null
              ? deck.toString()
              : folder.getFileName() + "/" + deck.getFileName();
      Hyperlink link = new Hyperlink(name);
      LateTooltip.set(link, deck.toString());
      link.setOnAction(event -> links.deck().accept(deck));
      list.getChildren().add(link);
    }
    Hyperlink other = new Hyperlink("Open another deck…");
    other.setOnAction(event -> links.otherDeck().run());
    list.getChildren().add(other);
    return list;
  }

  private Node surroundings(Home.Surroundings what) {
    Hyperlink change = new Hyperlink("Change these…");
    LateTooltip.set(change, "Choose another PostgreSQL, folder or ports in the settings");
    change.setOnAction(event -> links.settings().run());
    VBox list =
        new VBox(
            words("Folder: " + what.workspace()),
            words("PostgreSQL: " + what.postgres()),
            words("Ports: " + what.ports()),
            change);
    list.getStyleClass().add("surroundings");
    return list;
  }

  private static Label title(String text) {
    Label label = words(text);
    label.getStyleClass().add("home-title");
    return label;
  }

  private static Label heading(String text) {
    Label label = words(text);
    label.getStyleClass().add("home-heading");
    return label;
  }

  private static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static FlowPane actions(Node... buttons) {
    FlowPane row = new FlowPane(buttons);
    row.getStyleClass().add("actions");
    return row;
  }
}
