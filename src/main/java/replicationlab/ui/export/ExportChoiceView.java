package replicationlab.ui.export;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import replicationlab.export.Form;

/** Asks in which form the slides are wanted. */
public final class ExportChoiceView extends VBox {

  private static final int USUAL_WIDTH = 1920;

  private final ToggleGroup forms = new ToggleGroup();
  private final Map<RadioButton, Form> documents = new LinkedHashMap<>();
  private final RadioButton pictures = new RadioButton("Pictures (PNG), as wide as");
  private final Spinner<Integer> width =
      new Spinner<>(Form.Pictures.NARROWEST, Form.Pictures.WIDEST, USUAL_WIDTH, 160);
  private final CheckBox steps = new CheckBox("A page for each step, not only the last");

  /** With slides as a PDF chosen, the steps collapsed. */
  public ExportChoiceView() {
    setId("export-choice");
    setSpacing(9);
    document("PDF, one slide a page", new Form.Slides());
    document("PDF, three slides a page with lines for notes", new Form.Handout(3));
    document("PDF, six slides a page with lines for notes", new Form.Handout(6));
    document("PDF, each slide with the speaker's notes", new Form.Notes());
    pictures.setToggleGroup(forms);
    width.setEditable(true);
    width.setPrefWidth(110);
    width.disableProperty().bind(pictures.selectedProperty().not());
    width.setAccessibleText("Width in pixels");
    width.getEditor().setAccessibleText("Width in pixels");
    HBox row = new HBox(8, pictures, width, new Label("pixels"));
    row.setStyle("-fx-alignment: center-left;");
    getChildren().addAll(row, steps);
    VBox.setMargin(steps, new Insets(8, 0, 0, 0));
    documents.keySet().iterator().next().setSelected(true);
  }

  private void document(String words, Form form) {
    RadioButton button = new RadioButton(words);
    button.setToggleGroup(forms);
    documents.put(button, form);
    getChildren().add(button);
  }

  /** What is chosen. */
  public Form form() {
    return documents.entrySet().stream()
        .filter(entry -> entry.getKey().isSelected())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> new Form.Pictures(width.getValue()));
  }

  /** Whether each step is wanted. */
  public boolean everyStep() {
    return steps.isSelected();
  }
}
