package replicationlab.ui.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
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
public final class SlideView extends Region implements Stepped {

  /** The style sheet of every slide. */
  public static final String SHEET =
      Objects.requireNonNull(SlideView.class.getResource("deck.css")).toExternalForm();

  /** The size for which fonts are chosen; other sizes are this one, scaled. */
  private static final double WIDTH = 960;

  private static final double HEIGHT = 600;
  private static final double FONT_SCALE = 1.7;
  private static final double MOST_FOR_TEXT = 0.5;

  private final FitPane title;
  private final @Nullable FitPane text;
  private final @Nullable HBox pictures;
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
    setAccessibleText(slide.title());
    Text name = new Text(slide.title());
    name.getStyleClass().add("slide-title-text");
    TextFlow words = new TextFlow(name);
    words.getStyleClass().add("slide-title");
    title = add(new FitPane(words));
    List<Block> shown = new ArrayList<>(slide.blocks());
    shown.removeIf(Block.Picture.class::isInstance);
    text = shown.isEmpty() ? null : add(text(shown, pictures, marks));
    this.pictures = pictures(slide, pictures);
    this.changes =
        changes.isEmpty() ? null : add(new FitPane(new ChangesStrip(changes, major, asWritten)));
  }

  private static FitPane text(
      List<Block> blocks, Function<Block.Picture, Node> pictures, TextMark.Finder marks) {
    BlocksView view = new BlocksView(pictures, marks);
    view.getStyleClass().add("slide-text");
    view.setFontScale(FONT_SCALE);
    view.show(blocks);
    return new FitPane(view, view::codeWidth);
  }

  private @Nullable HBox pictures(Slide slide, Function<Block.Picture, Node> make) {
    HBox row = new HBox();
    row.getStyleClass().add("slide-pictures");
    for (Block block : slide.blocks()) {
      if (block instanceof Block.Picture picture) {
        Node node = make.apply(picture);
        HBox.setHgrow(node, Priority.ALWAYS);
        row.getChildren().add(node);
      }
    }
    return row.getChildren().isEmpty() ? null : add(row);
  }

  private <N extends Node> N add(N node) {
    getChildren().add(node);
    return node;
  }

  @Override
  public boolean forward() {
    return anyPicture(Stepped::forward);
  }

  @Override
  public boolean backward() {
    return anyPicture(Stepped::backward);
  }

  private boolean anyPicture(Predicate<Stepped> step) {
    return pictures != null
        && pictures.getChildren().stream()
            .anyMatch(node -> node instanceof Stepped stepped && step.test(stepped));
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
    double unit = Math.min(getWidth() / WIDTH, getHeight() / HEIGHT);
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
