package replicationlab.ui.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import replicationlab.deck.Block;
import replicationlab.deck.DeckReader;
import replicationlab.deck.Prose;
import replicationlab.deck.Slide;
import replicationlab.ui.deck.SlideMaker;
import replicationlab.ui.deck.SoughtPlace;
import replicationlab.ui.kit.BesideOrBelow;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;
import replicationlab.ui.text.BlocksView;
import replicationlab.ui.text.ProseView;

/** One slide as a piece of the page: no wider than can be read, in the middle. */
final class ReadingPage extends Region {

  // In sizes of the font: a line that is longer is hard to follow.
  private static final double WIDEST = 56;
  private static final double MARGIN = 2;

  /** Of the page's width, at each side: in a narrow page the words need it more. */
  private static final double MOST_FOR_MARGIN = 0.05;

  private static final int LONGEST_TITLE = 400;

  private final VBox column = new VBox();
  private final Label label = new Label();
  private final Runnable otherHeight;
  private boolean styled;

  /**
   * @param beginsSection whether the slide before has another title, so that this one's is shown
   * @param sought the words that are marked in the notes; empty for none
   * @param otherHeight called when the page needs another height than it was given
   */
  ReadingPage(
      int number,
      SlideMaker.Told told,
      boolean beginsSection,
      boolean withNotes,
      String sought,
      Function<Block.Picture, Node> pictures,
      List<StepLink> steps,
      Runnable showSlide,
      Runnable otherHeight) {
    this.otherHeight = otherHeight;
    getStyleClass().add("reading-page");
    column.getStyleClass().add("reading-column");
    Slide slide = told.slide();
    label.setText("Slide " + number);
    label.setMinWidth(USE_PREF_SIZE);
    label.getStyleClass().add("reading-number");
    column.getChildren().add(head(number, slide, beginsSection, showSlide));
    BlocksView blocks = new BlocksView(pictures, told.marks());
    blocks.setTextScale(1.1);
    blocks.show(slide.blocks());
    column.getChildren().add(blocks);
    told.changes().ifPresent(column.getChildren()::add);
    if (withNotes && !slide.notes().isEmpty()) {
      column.getChildren().add(notes(slide, pictures, sought));
    }
    steps(steps).ifPresent(column.getChildren()::add);
    getChildren().add(column);
  }

  private Node head(int number, Slide slide, boolean beginsSection, Runnable showSlide) {
    Button show = new Button("Show", Icons.SLIDE.node());
    show.getStyleClass().addAll("flat", "small");
    LateTooltip.set(show, "Show this slide as it is presented");
    show.setAccessibleText("Show slide " + number);
    show.setOnAction(_ -> showSlide.run());
    BesideOrBelow line = new BesideOrBelow(label, show);
    if (!beginsSection || slide.title().isBlank()) {
      return line;
    }
    String title = slide.title();
    ProseView words =
        new ProseView(
            Prose.plain(
                title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) + "…" : title));
    words.getStyleClass().add("reading-title");
    return new VBox(line, words);
  }

  private static Node notes(Slide slide, Function<Block.Picture, Node> pictures, String sought) {
    BlocksView blocks = new BlocksView(pictures, SlideMaker.marking(sought));
    blocks.show(DeckReader.blocks(slide.notes()));
    blocks.getStyleClass().add("reading-notes");
    return blocks;
  }

  private static Optional<Node> steps(List<StepLink> steps) {
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    // One below the other: what lies side by side gets no height for a second line of its words.
    VBox links = new VBox();
    links.getStyleClass().add("reading-steps");
    for (StepLink step : steps) {
      Button link = new Button(step.name(), step.state().node());
      link.getStyleClass().add("reading-step");
      LateTooltip.set(link, "Do this step in the lab");
      link.setWrapText(true);
      link.setMinHeight(USE_PREF_SIZE);
      link.setOnAction(_ -> step.open().run());
      links.getChildren().add(link);
    }
    return Optional.of(links);
  }

  /**
   * Where the words that were searched for are in the scene.
   *
   * @param inNotes whether those in the notes are meant
   */
  Optional<Bounds> sought(boolean inNotes) {
    return lookup(inNotes ? ".reading-notes" : ".reading-column") instanceof Parent part
        ? SoughtPlace.in(part).map(part::localToScene)
        : Optional.empty();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private double columnWidth(double width) {
    double size = label.getFont().getSize();
    double margin = Math.min(MARGIN * size, width * MOST_FOR_MARGIN);
    return Math.max(0, Math.min(WIDEST * size, width - 2 * margin));
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return WIDEST * label.getFont().getSize();
  }

  @Override
  protected double computePrefHeight(double width) {
    if (!styled && getScene() != null) {
      // The flow asks once, before the first pulse has styled what is new, and keeps the answer.
      styled = true;
      applyCss();
    }
    return Math.ceil(column.prefHeight(columnWidth(width < 0 ? computePrefWidth(-1) : width)));
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = columnWidth(getWidth());
    if (Math.abs(computePrefHeight(getWidth()) - getHeight()) > 1) {
      otherHeight.run();
    }
    column.resizeRelocate(Math.rint((getWidth() - width) / 2), 0, width, getHeight());
  }
}
