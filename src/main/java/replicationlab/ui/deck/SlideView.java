package replicationlab.ui.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import replicationlab.course.Change;
import replicationlab.deck.Block;
import replicationlab.deck.Slide;
import replicationlab.ui.kit.Stepped;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.text.BlocksView;
import replicationlab.ui.text.TextMark;

/**
 * One slide: its title, its text, its pictures, and what has changed. It always fits its space;
 * text is sized for the back of a room, and pictures take what the text leaves.
 */
public final class SlideView extends Region {

  /** The style sheet of every slide. */
  public static final String SHEET =
      Objects.requireNonNull(SlideView.class.getResource("deck.css")).toExternalForm();

  /** The canvas for which sizes are chosen, in pixels; other sizes are this one, scaled. */
  public static final double WIDTH = 1600;

  /** The canvas's height, in pixels. */
  public static final double HEIGHT = 900;

  /**
   * In a space that is narrower than 16:9 text stays a little bigger, and its lines get shorter.
   */
  private static final double NARROW = 1440;

  /** Of the window's 14 pixels: 36 on the canvas. */
  private static final double FONT_SCALE = 2.55;

  /** Of prose and of code, in pixels of the canvas. */
  private static final double FONT = 14 * FONT_SCALE;

  /**
   * 20 pixels on the canvas, a 45th of the screen's height: smaller is unreadable from the back.
   */
  private static final double FLOOR = 20 / FONT;

  private static final double MOST_FOR_TEXT = 0.5;

  /** More of either nobody could see, and the window could not draw. */
  private static final int LONGEST_TITLE = 400;

  private static final int MOST_PICTURES = 12;

  private final FitPane title;
  private final @Nullable FitPane text;
  private final @Nullable BlocksView words;
  private final List<Stepped> stepped = new ArrayList<>();
  private final @Nullable HBox pictures;
  private IntConsumer byHand = _ -> {};
  private boolean showing;
  private final @Nullable FitPane changes;

  /**
   * Builds one slide.
   *
   * @param pictures makes the node for a picture; a node that is {@link Stepped} is stepped through
   * @param changes those that the slide's words meet on this major version
   */
  public SlideView(
      Slide slide, Function<Block.Picture, Node> pictures, List<Change> changes, int major) {
    this(slide, pictures, changes, major, TextMark.Finder.NONE, false);
  }

  SlideView(
      Slide slide,
      Function<Block.Picture, Node> pictures,
      List<Change> changes,
      int major,
      TextMark.Finder marks,
      boolean asWritten) {
    Theme.style(this, SHEET);
    getStyleClass().add("slide");
    String named = brief(slide.title());
    setAccessibleText(named);
    TextFlow heading = new TextFlow();
    title(named, marks).forEach(heading.getChildren()::add);
    heading.getStyleClass().add("slide-title");
    title = add(new FitPane(heading));
    List<Block> shown = new ArrayList<>(slide.blocks());
    shown.removeIf(Block.Picture.class::isInstance);
    words = shown.isEmpty() ? null : words(shown, pictures, marks);
    text = words == null ? null : add(new FitPane(words, words::codeWidth));
    this.pictures = pictures(slide, pictures);
    this.changes =
        changes.isEmpty() ? null : add(new FitPane(new ChangesStrip(changes, major, asWritten)));
  }

  private static List<Text> title(String title, TextMark.Finder marks) {
    List<Text> pieces = new ArrayList<>();
    int end = 0;
    for (TextMark mark : marks.in(title)) {
      // What a title says of versions is said below it; only what was searched for is marked.
      if (mark.styleClass().equals(Sought.STYLE)) {
        pieces.add(new Text(title.substring(end, mark.start())));
        Text found = new Text(title.substring(mark.start(), mark.end()));
        found.getStyleClass().add(Sought.STYLE);
        pieces.add(found);
        end = mark.end();
      }
    }
    pieces.add(new Text(title.substring(end)));
    pieces.forEach(piece -> piece.getStyleClass().add("slide-title-text"));
    return pieces;
  }

  private static BlocksView words(
      List<Block> blocks, Function<Block.Picture, Node> pictures, TextMark.Finder marks) {
    BlocksView view = new BlocksView(pictures, marks);
    view.getStyleClass().add("slide-text");
    view.setFontScale(FONT_SCALE);
    view.setAnswersAreSteps(true);
    view.show(blocks);
    return view;
  }

  private static String brief(String title) {
    return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) + "…" : title;
  }

  private @Nullable HBox pictures(Slide slide, Function<Block.Picture, Node> make) {
    HBox row = new HBox();
    row.getStyleClass().add("slide-pictures");
    for (Block block : slide.blocks()) {
      if (block instanceof Block.Picture picture && row.getChildren().size() < MOST_PICTURES) {
        Node node = make.apply(picture);
        HBox.setHgrow(node, Priority.ALWAYS);
        row.getChildren().add(node);
        if (node instanceof Stepped steps) {
          stepped.add(steps);
          steps.stepProperty().subscribe((was, is) -> steppedByHand(steps, is.intValue()));
        }
      }
    }
    return row.getChildren().isEmpty() ? null : add(row);
  }

  private <N extends Node> N add(N node) {
    getChildren().add(node);
    return node;
  }

  /** Which part is seen of text that does not fit: 0, its beginning, to 1, its end. */
  public DoubleProperty scrollProperty() {
    return text == null ? new SimpleDoubleProperty() : text.scrollProperty();
  }

  /** Whether text has a least size, below which it is scrolled. */
  void setScrolls(boolean scrolls) {
    if (text != null) {
      text.setFloor(scrolls ? FLOOR : 0);
    }
  }

  /** How the text fitted when the slide was laid out last. */
  public SlideFit fit() {
    if (text == null || words == null) {
      return new SlideFit(100, false, 0);
    }
    double code = words.codeWidth() == 0 ? 0 : FONT * text.shrunk();
    return new SlideFit((int) Math.round(text.shrunk() * 100), text.overflows(), code);
  }

  /** How many steps the slide has as it was built: bullets and answers, then each picture's. */
  public int steps() {
    return bullets() + stepped.stream().mapToInt(Stepped::steps).sum();
  }

  private int bullets() {
    return words == null ? 0 : words.steps();
  }

  /** Shows a step, from wherever the slide is; one out of range counts as the nearest. */
  public void showStep(int step) {
    show(step, true);
  }

  /** Shows everything but the answers to the slide's questions. */
  public void showUnanswered() {
    show(Integer.MAX_VALUE, false);
  }

  private void show(int step, boolean answers) {
    showing = true;
    try {
      if (words != null) {
        words.showStep(step, answers);
      }
      int left = step - bullets();
      for (Stepped picture : stepped) {
        picture.showStep(Math.clamp(left, 0, picture.steps()));
        left -= picture.steps();
      }
    } finally {
      showing = false;
    }
  }

  /** Calls this with the slide's step when the user takes one in a picture itself. */
  public void onStepByHand(IntConsumer listener) {
    byHand = listener;
  }

  private void steppedByHand(Stepped picture, int step) {
    if (!showing) {
      int before =
          stepped.stream().takeWhile(it -> !it.equals(picture)).mapToInt(Stepped::steps).sum();
      byHand.accept(bullets() + before + step);
    }
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return WIDTH;
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double unit = Math.min(getWidth() / NARROW, getHeight() / HEIGHT);
    double left = insets.getLeft();
    double width = getWidth() - left - insets.getRight();
    double top = insets.getTop();
    double bottom = getHeight() - insets.getBottom();
    title.setUnit(unit);
    double titleHeight = Math.min(title.heightAt(width), bottom / 4);
    title.resizeRelocate(left, top, width, titleHeight);
    top += titleHeight;
    if (changes != null) {
      changes.setUnit(unit);
      double height = Math.min(changes.heightAt(width), (bottom - top) / 3);
      bottom -= height;
      changes.resizeRelocate(left, bottom, width, height);
    }
    if (text != null) {
      text.setUnit(unit);
      double room = bottom - top;
      double height =
          pictures == null ? room : Math.min(text.heightAt(width), room * MOST_FOR_TEXT);
      text.resizeRelocate(left, top, width, height);
      top += height;
    }
    if (pictures != null) {
      pictures.resizeRelocate(left, top, width, Math.max(0, bottom - top));
    }
  }
}
