package replicationlab.ui.xray;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import replicationlab.postgres.xray.PairXray;
import replicationlab.postgres.xray.PairXray.Section;
import replicationlab.postgres.xray.XrayFinding;
import replicationlab.postgres.xray.XrayFinding.Weight;
import replicationlab.postgres.xray.XrayRow;
import replicationlab.postgres.xray.XrayRow.Cell;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;

/** One section of the board. */
final class SectionGrid extends VBox {

  private final OpenPlace place;

  SectionGrid(Section section, PairXray xray, boolean onlyDifferences, OpenPlace place) {
    this.place = place;
    getStyleClass().add("section");
    Label title = new Label(section.title());
    title.getStyleClass().add("section-title");
    getChildren().add(title);
    for (XrayRow row : section.rows()) {
      List<XrayFinding> findings = xray.findings(row);
      if (!onlyDifferences || row.differs() || !findings.isEmpty()) {
        getChildren().add(row(row, findings));
      }
    }
  }

  boolean isEmpty() {
    return getChildren().size() == 1;
  }

  private Region row(XrayRow row, List<XrayFinding> findings) {
    Label name = new Label(row.name());
    name.setWrapText(true);
    name.getStyleClass().add("row-name");
    Columns columns = new Columns(name, cell(row.primary()), cell(row.standby()));
    columns.getStyleClass().add("row");
    if (row.differs()) {
      columns.getStyleClass().add("differs");
    }
    if (!findings.isEmpty()) {
      boolean problem = findings.stream().anyMatch(each -> each.weight() == Weight.PROBLEM);
      columns.getStyleClass().add(problem ? "lit" : "noted");
      name.setGraphic((problem ? Icons.FAILED : Icons.NEWS).node(problem ? "problem" : "note"));
      String found = String.join("\n", findings.stream().map(XrayFinding::sentence).toList());
      LateTooltip.name(columns, row.name() + ": " + found);
    }
    return columns;
  }

  private Region cell(Cell cell) {
    Label text = new Label(cell.text());
    text.setWrapText(true);
    text.getStyleClass().addAll("value", "monospace");
    VBox box = new VBox(text);
    box.getStyleClass().add("cell");
    if (cell.decides()) {
      text.setGraphic(Icons.PASSED.node("passed"));
      LateTooltip.set(text, "The first line that fits a standby on this machine");
    }
    var file = cell.file();
    if (file != null && OpenPlace.isEditable(file)) {
      Hyperlink source = new Hyperlink(cell.source());
      source.setWrapText(true);
      LateTooltip.set(source, "Open " + cell.source() + " in the editor");
      source.getStyleClass().add("source");
      source.setOnAction(event -> {
        source.setVisited(false);
        place.open(file, cell.line());
      });
      box.getChildren().add(source);
    }
    return box;
  }
}
