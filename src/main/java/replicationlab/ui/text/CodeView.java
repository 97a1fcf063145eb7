package replicationlab.ui.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import replicationlab.deck.Block;
import replicationlab.deck.Pasteable;
import replicationlab.ui.kit.WheelPassedOn;

/** A block of code, or of what psql printed: coloured, as high as its lines, with a Copy button. */
public final class CodeView extends Region {

  /** RichTextFX wraps a line that fits to the pixel. */
  private static final double SLACK = 4;

  /** From the tools to the edges. */
  private static final double TOOLS_GAP = 2;

  /** So many lines are not below the tools. */
  private static final int LINES_BESIDE = 2;

  /** The area gives a line up to this much more than the same text takes outside of it. */
  private static final double LEADING = 2;

  private final CodeArea area = new CodeArea();
  // Has the area's font by CSS, and can tell how high a text is before it is laid out.
  private final Text probe = new Text();
  private final Text oneLine = new Text("X");
  private final Text besideTools = new Text();
  private final CopyButton copy;
  private final List<Node> tools = new ArrayList<>();

  /** Shows code, curly quotes and all, as its author wrote it. */
  public CodeView(Block.Code code) {
    this(code, List.of());
  }

  /** Shows code with some stretches marked. */
  public CodeView(Block.Code code, List<TextMark> marks) {
    this(
        code.source(),
        CodeColours.marked(CodeColours.of(code.kind(), code.source()), marks),
        Pasteable.of(code),
        "code");
    if (!marks.isEmpty()) {
      MarkTooltip.install(area, marks);
    }
    getStyleClass().add("code-" + code.kind().name().toLowerCase(Locale.ROOT));
    sceneProperty()
        .subscribe(scene -> {
          if (scene != null && tools.isEmpty()) {
            tools.addAll(CodeTools.above(this).of(code));
            getChildren().addAll(tools);
          }
        });
  }

  /** Shows what a command printed. */
  public CodeView(Block.Output output) {
    this(
        output.source(),
        CodeColours.ofOutput(output.source()),
        new Pasteable(output.source(), false, false, false),
        "output");
  }

  private CodeView(
      String source, StyleSpans<Collection<String>> colours, Pasteable pasteable, String what) {
    TextStyle.apply(this, "code-view");
    getStyleClass().add(what);
    probe.setText(source.replace("\t", "        "));
    besideTools.setText(
        probe.getText().lines().limit(LINES_BESIDE).collect(Collectors.joining("\n")));
    for (Text measured : List.of(probe, oneLine, besideTools)) {
      measured.getStyleClass().add("code-probe");
      measured.setManaged(false);
      measured.setVisible(false);
    }
    copy = new CopyButton(pasteable);
    area.replaceText(source);
    if (!source.isEmpty()) {
      area.setStyleSpans(0, colours);
    }
    // Shows no caret either. Do not ask for CaretVisibility.OFF: RichTextFX would hold the area,
    // and
    // with it every slide that was ever shown, in a static stream of its CaretNode.
    area.setEditable(false);
    area.setWrapText(true);
    area.setFocusTraversable(false);
    area.setAutoHeight(false);
    area.setAccessibleText(source);
    WheelPassedOn.by(area);
    getChildren().addAll(probe, oneLine, besideTools, area, copy);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    probe.setWrappingWidth(0);
    Insets insets = getInsets();
    return Math.ceil(Math.max(probe.getLayoutBounds().getWidth(), withTools()))
        + SLACK
        + insets.getLeft()
        + insets.getRight();
  }

  /** What the tools take of the text's width; they also lie on the edge beside it. */
  private double toolsRoom() {
    double all = copy.getText().isEmpty() ? copy.prefWidth(-1) : copy.getHeight();
    for (Node tool : tools) {
      all += tool.isManaged() ? tool.prefWidth(-1) : 0;
    }
    return Math.max(0, all + TOOLS_GAP - getInsets().getRight());
  }

  /** The width in which the first lines end before the tools. */
  private double withTools() {
    return besideTools.getLayoutBounds().getWidth() + toolsRoom();
  }

  /**
   * The width in which the text is broken into lines: less where its first ones would be covered.
   */
  private double textWidth(double inner) {
    return Math.max(0, withTools() > inner - SLACK ? inner - toolsRoom() : inner);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets insets = getInsets();
    double inner = width < 0 ? 0 : textWidth(width - insets.getLeft() - insets.getRight()) - SLACK;
    probe.setWrappingWidth(Math.max(0, inner));
    double all = probe.getLayoutBounds().getHeight();
    double one = oneLine.getLayoutBounds().getHeight();
    return Math.round(all / one) * Math.ceil(one + LEADING) + insets.getTop() + insets.getBottom();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double width = getWidth() - insets.getLeft() - insets.getRight();
    double height = getHeight() - insets.getTop() - insets.getBottom();
    area.resizeRelocate(insets.getLeft(), insets.getTop(), textWidth(width), height);
    copy.autosize();
    double right = getWidth() - copy.getWidth() - TOOLS_GAP;
    copy.relocate(right, TOOLS_GAP);
    for (Node tool : tools) {
      tool.autosize();
      right -= tool.isManaged() ? tool.getLayoutBounds().getWidth() : 0;
      tool.relocate(right, TOOLS_GAP);
    }
  }
}
