package replicationlab.ui.text;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import replicationlab.deck.Block;

/** The blocks of a slide, of its notes or of a lab's step, one below the other. */
public final class BlocksView extends VBox {

  private static final String GROWING = "growing";

  private static final double FONT_SIZE = 14;
  private static final double INDENT = 22;

  /** What is nested deeper is not moved further to the right, where there is no room. */
  private static final int DEEPEST = 12;

  private final Function<Block.Picture, Node> pictures;
  private final TextMark.Finder marks;
  private final List<Appearing> appearing = new ArrayList<>();
  private final List<Answering> answering = new ArrayList<>();
  private boolean answersAreSteps;
  private int steps;
  private double scale = 1;

  /** A part that is there from a step on. */
  private record Appearing(Node node, int step) {}

  /** A question whose answer is there from a step on. */
  private record Answering(QuestionView question, int step) {}

  /**
   * An empty view.
   *
   * @param pictures makes the node for a picture: an image, a diagram or a placeholder
   */
  public BlocksView(Function<Block.Picture, Node> pictures) {
    this(pictures, TextMark.Finder.NONE);
  }

  /** An empty view that marks some stretches of what it shows. */
  public BlocksView(Function<Block.Picture, Node> pictures, TextMark.Finder marks) {
    this.pictures = pictures;
    this.marks = marks;
    TextStyle.apply(this, "blocks");
    setTextScale(1);
  }

  /** Shows these blocks in place of what was shown. */
  public void show(List<? extends Block> blocks) {
    appearing.clear();
    answering.clear();
    steps = 0;
    getChildren().setAll(Abridged.of(blocks).stream().map(this::node).toList());
  }

  /** From the next {@link #show} on the answer to a question is a step, as it is on a slide. */
  public void setAnswersAreSteps(boolean are) {
    answersAreSteps = are;
  }

  /** How many of the bullets shown are steps, and of the answers. */
  public int steps() {
    return steps;
  }

  /**
   * Shows what appears with the first steps; the rest keeps its room. All bullets are shown at
   * first, and no answers.
   *
   * @param answers whether answers are shown; without, questions stay open
   */
  public void showStep(int step, boolean answers) {
    appearing.forEach(part -> part.node().setVisible(part.step() <= step));
    answering.forEach(part -> part.question().reveal(answers && part.step() <= step));
  }

  /**
   * What is shown from now on is so many times as big as the rest of the window, and follows it.
   */
  public void setTextScale(double factor) {
    scale = factor;
    setStyle("-fx-font-size: " + factor + "em;");
    setGrowing(true);
  }

  private void setGrowing(boolean grows) {
    getStyleClass().remove(GROWING);
    if (grows) {
      getStyleClass().add(GROWING);
    }
  }

  /**
   * For paper and for a canvas, which know no text size: what is shown from now on is so many times
   * as big as the usual size.
   */
  public void setFontScale(double factor) {
    scale = factor;
    setStyle("-fx-font-size: " + Math.round(FONT_SIZE * factor) + "px;");
    setSpacing(8 * factor);
    setGrowing(false);
  }

  /** The width at which no line of code is broken; 0 without code. */
  public double codeWidth() {
    double widest =
        getChildren().stream()
            .filter(CodeView.class::isInstance)
            .mapToDouble(code -> code.prefWidth(-1))
            .max()
            .orElse(0);
    return widest == 0 ? 0 : widest + getInsets().getLeft() + getInsets().getRight();
  }

  private Node node(Block block) {
    return switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Paragraph paragraph -> new ProseView(paragraph.prose(), marks);
      case Block.Bullets bullets -> bullets(bullets);
      case Block.Code code -> new CodeView(code, marks.in(code.source()));
      case Block.Output output -> new CodeView(output);
      case Block.Picture picture -> pictures.apply(picture);
      case Block.Question question -> question(question);
    };
  }

  private Node question(Block.Question question) {
    QuestionView view = new QuestionView(question, marks, answersAreSteps);
    if (answersAreSteps) {
      answering.add(new Answering(view, ++steps));
    }
    return view;
  }

  private Node heading(Block.Heading heading) {
    ProseView view = new ProseView(heading.prose(), marks);
    view.getStyleClass().addAll("heading", "heading-" + heading.level());
    return view;
  }

  private Node bullets(Block.Bullets bullets) {
    VBox list = new VBox(4 * scale);
    list.getStyleClass().add("bullets");
    Iterator<Integer> appearances = bullets.appearances().iterator();
    for (Block.Bullet item : bullets.items()) {
      TextFlow marker = new TextFlow(marker(item));
      marker.setMinWidth(INDENT * scale);
      marker.getStyleClass().add("marker");
      ProseView prose = new ProseView(item.prose(), marks);
      HBox.setHgrow(prose, Priority.ALWAYS);
      HBox row = new HBox(marker, prose);
      row.setAlignment(Pos.BASELINE_LEFT);
      int level = Math.min(item.level(), DEEPEST);
      if (getStyleClass().contains(GROWING)) {
        row.setStyle("-fx-padding: 0 0 0 " + level * INDENT / FONT_SIZE + "em;");
      } else {
        row.setPadding(new Insets(0, 0, 0, level * INDENT * scale));
      }
      list.getChildren().add(row);
      int step = appearances.next();
      if (step > 0) {
        appearing.add(new Appearing(row, steps + step));
      }
    }
    steps += bullets.steps();
    return list;
  }

  private static Text marker(Block.Bullet item) {
    Text marker = new Text(item.marker());
    marker.getStyleClass().addAll("prose-text", "bullet");
    return marker;
  }
}
