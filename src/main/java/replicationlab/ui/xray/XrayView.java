package replicationlab.ui.xray;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.xray.PairXray;
import replicationlab.postgres.xray.PairXray.Section;
import replicationlab.postgres.xray.XrayFinding;
import replicationlab.postgres.xray.XrayFinding.Weight;
import replicationlab.ui.kit.BesideOrBelow;
import replicationlab.ui.kit.EmptyState;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;
import replicationlab.ui.kit.Theme;

/** Both data directories side by side: what they say, where they differ, what is missing. */
public final class XrayView extends BorderPane {

  private final XrayViewModel model;
  private final OpenPlace place;
  private final VBox board = new VBox();
  private final ScrollPane scroll = new ScrollPane(board);
  private final Label summary = new Label();
  private final BesideOrBelow header;

  /**
   * A view of a model.
   *
   * @param place opens a file where the reader clicks on one
   */
  public XrayView(XrayViewModel model, OpenPlace place) {
    this.model = model;
    this.place = place;
    header = header();
    board.getStyleClass().add("board");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setId("xray-board");
    getStyleClass().add("xray-view");
    getStylesheets().add(Theme.sheet(XrayView.class, "xray.css"));
    model.xrayProperty().addListener((property, was, is) -> show(is));
    model.onlyDifferencesProperty().addListener((p, was, is) -> show(model.xrayProperty().get()));
    show(model.xrayProperty().get());
  }

  private BesideOrBelow header() {
    ToggleButton differences = new ToggleButton("Only what differs");
    differences.setId("only-differences");
    differences.getStyleClass().add("small");
    differences.setMinWidth(USE_PREF_SIZE);
    LateTooltip.set(differences, "Leave out what both sides say alike");
    differences.selectedProperty().bindBidirectional(model.onlyDifferencesProperty());
    summary.setId("xray-summary");
    BesideOrBelow box = new BesideOrBelow(summary, differences);
    box.getStyleClass().add("xray-header");
    return box;
  }

  private void show(@Nullable PairXray xray) {
    if (xray == null) {
      setTop(null);
      setCenter(
          new EmptyState(
              Icons.XRAY,
              "There is no lab to look into. Open one: both data directories appear here side by"
                  + " side."));
      return;
    }
    if (!xray.primary().exists() && !xray.standby().exists()) {
      setTop(null);
      setCenter(
          new EmptyState(
              Icons.XRAY,
              "There is no cluster yet. The lab's first step makes one: both data directories"
                  + " appear here side by side."));
      return;
    }
    double at = scroll.getVvalue();
    setTop(header);
    summarise(xray);
    board.getChildren().clear();
    for (XrayFinding finding : xray.findings()) {
      board.getChildren().add(line(finding));
    }
    board.getChildren().add(names(xray));
    for (Section section : xray.sections()) {
      SectionGrid grid =
          new SectionGrid(section, xray, model.onlyDifferencesProperty().get(), place);
      if (!grid.isEmpty()) {
        board.getChildren().add(grid);
      }
    }
    setCenter(scroll);
    scroll.setVvalue(at);
  }

  private void summarise(PairXray xray) {
    long problems =
        xray.findings().stream().filter(each -> each.weight() == Weight.PROBLEM).count();
    boolean both = xray.primary().exists() && xray.standby().exists();
    if (problems == 0 && !both) {
      summary.setText("There are not two clusters to compare yet.");
      summary.setGraphic(Icons.NEWS.node("note"));
      return;
    }
    summary.setText(
        problems == 0
            ? "Nothing in the files keeps these two from replicating."
            : problems == 1
                ? "One thing keeps these two from replicating."
                : problems + " things keep these two from replicating.");
    summary.setGraphic(problems == 0 ? Icons.PASSED.node("passed") : Icons.FAILED.node("problem"));
  }

  private Node line(XrayFinding finding) {
    boolean problem = finding.weight() == Weight.PROBLEM;
    Label words =
        new Label(
            finding.sentence(),
            (problem ? Icons.FAILED : Icons.NEWS).node(problem ? "problem" : "note"));
    Region box = words;
    var file = finding.file();
    if (file != null && OpenPlace.isEditable(file)) {
      Hyperlink link = new Hyperlink("Edit " + file.getFileName());
      link.setOnAction(event -> {
        link.setVisited(false);
        place.open(file, finding.line());
      });
      box = new BesideOrBelow(words, link);
    } else {
      words.setWrapText(true);
      words.setMinHeight(USE_PREF_SIZE);
      words.setMaxWidth(Double.MAX_VALUE);
    }
    box.getStyleClass().addAll("finding", problem ? "is-problem" : "is-note");
    return box;
  }

  private static Node names(PairXray xray) {
    Label space = new Label();
    Label primary = name("Primary", xray.primary().cluster().data().getFileName() + "");
    Label standby = name("Standby", xray.standby().cluster().data().getFileName() + "");
    Columns names = new Columns(space, primary, standby);
    names.getStyleClass().add("names");
    return names;
  }

  private static Label name(String role, String folder) {
    Label label = new Label(role + "  " + folder, Icons.SERVER.node());
    label.setWrapText(true);
    label.getStyleClass().add("cluster-name");
    return label;
  }
}
