package replicationlab.ui.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.course.Courses;
import replicationlab.course.OpenedDeck;
import replicationlab.course.ProgramFiles;
import replicationlab.deck.Block;
import replicationlab.deck.DeckReader;
import replicationlab.deck.Slide;
import replicationlab.export.ExportFailed;
import replicationlab.export.ExportOrder;
import replicationlab.export.ExportWatch;
import replicationlab.export.Exported;
import replicationlab.export.Form;

/** The shipped deck on paper: every word of it, as text, and its diagrams as lines. */
@Tag("ui")
@Tag("drawing")
class DeckExporterTest {

  private static final int NEWEST = 18;

  /** Two renderers smooth the edges of letters and lines in two ways. */
  private static final double MOST_DIFFERENT = 4;

  private final DeckExporter exporter = new DeckExporter();

  @TempDir private Path folder;

  @BeforeAll
  static void javafxRuns() throws ExportFailed {
    Headless.start();
  }

  private static OpenedDeck course() throws IOException {
    ProgramFiles files = ProgramFiles.find();
    return OpenedDeck.open(Courses.deck(files, Courses.FIRST), files);
  }

  private static ExportOrder order(OpenedDeck deck, Form form, Path target, boolean everyStep) {
    return new ExportOrder(
        deck, form, target, everyStep, false, NEWEST, true, UnaryOperator.identity());
  }

  private Exported pdf(Form form, String name, boolean everyStep) throws IOException {
    return exporter.export(
        order(course(), form, folder.resolve(name), everyStep), ExportWatch.NONE);
  }

  @Test
  void everyWordOfEverySlideIsTextOnItsPage() throws IOException {
    Exported exported = pdf(new Form.Slides(), "course.pdf", false);
    List<Slide> slides = course().deck().slides();
    assertThat(exported.pages()).isEqualTo(slides.size());
    assertThat(exported.warnings()).isEmpty();
    try (PDDocument document = Loader.loadPDF(exported.files().getFirst().toFile())) {
      pictures(document, "paper-slide");
      assertThat(document.getNumberOfPages()).isEqualTo(slides.size());
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo(course().deck().title());
      assertThat(bookmarks(document)).hasSize(slides.size()).first().asString().startsWith("1. ");
      assertThat(document.getDocumentCatalog().getPageLabels().getLabelsByPageIndices())
          .startsWith("1", "2", "3");
      for (int i = 0; i < slides.size(); i++) {
        String text = bare(text(document, i + 1));
        assertThat(words(slides.get(i)))
            .as("words of slide " + (i + 1))
            .allSatisfy(word -> assertThat(text).contains(word));
        assertThat(document.getPage(i).getResources().getXObjectNames())
            .as("pictures instead of lines on slide " + (i + 1))
            .isEmpty();
        assertFontsAreEmbedded(document.getPage(i));
      }
    }
  }

  @Test
  void stepsCollapseToTheLastUnlessAllAreAskedFor() throws IOException {
    Exported all = pdf(new Form.Slides(), "steps.pdf", true);
    assertThat(all.pages()).isGreaterThan(course().deck().slides().size() * 2);
    try (PDDocument document = Loader.loadPDF(all.files().getFirst().toFile())) {
      assertThat(document.getDocumentCatalog().getPageLabels().getLabelsByPageIndices())
          .startsWith("1.1", "1.2", "1.3");
      assertThat(bookmarks(document)).hasSize(course().deck().slides().size());
      assertThat(text(document, 1)).doesNotContain("The old primary comes back");
    }
  }

  @Test
  void aHandoutHasThreeOrSixSlidesOnAPage() throws IOException {
    int slides = course().deck().slides().size();
    for (int perPage : new int[] {3, 6}) {
      Exported exported = pdf(new Form.Handout(perPage), perPage + ".pdf", false);
      assertThat(exported.pages()).isEqualTo(Math.ceilDiv(slides, perPage));
      assertThat(exported.warnings()).isEmpty();
      try (PDDocument document = Loader.loadPDF(exported.files().getFirst().toFile())) {
        pictures(document, "paper-handout-" + perPage);
        PDPage page = document.getPage(0);
        assertThat(page.getMediaBox().getHeight()).isGreaterThan(page.getMediaBox().getWidth());
        String text = bare(text(document, 1));
        for (int i = 0; i < perPage; i++) {
          assertThat(words(course().deck().slides().get(i)))
              .allSatisfy(word -> assertThat(text).contains(word));
        }
        assertThat(bookmarks(document)).hasSize(slides);
      }
    }
  }

  @Test
  void notesStandBelowTheirSlideToTheirLastWord() throws IOException {
    Exported exported = pdf(new Form.Notes(), "notes.pdf", false);
    assertThat(exported.warnings()).isEmpty();
    try (PDDocument document = Loader.loadPDF(exported.files().getFirst().toFile())) {
      pictures(document, "paper-notes");
      String text = bare(new PDFTextStripper().getText(document));
      for (Slide slide : course().deck().slides()) {
        for (Block block : DeckReader.blocks(slide.notes())) {
          assertThat(List.of(block.text().split("\\s+")))
              .allSatisfy(word -> assertThat(text).contains(bare(word)));
        }
      }
    }
  }

  @Test
  void picturesAreAsWideAsAskedAndLookLikeThePages() throws IOException {
    Path target = folder.resolve("pictures");
    Exported exported =
        exporter.export(order(course(), new Form.Pictures(1280), target, false), ExportWatch.NONE);
    assertThat(exported.files()).hasSameSizeAs(course().deck().slides());
    Exported paper = pdf(new Form.Slides(), "beside.pdf", false);
    try (PDDocument document = Loader.loadPDF(paper.files().getFirst().toFile())) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int i = 0; i < exported.files().size(); i++) {
        BufferedImage screen = ImageIO.read(exported.files().get(i).toFile());
        assertThat(screen.getWidth()).isEqualTo(1280);
        assertThat(screen.getHeight()).isEqualTo(720);
        BufferedImage page = renderer.renderImageWithDPI(i, 96);
        double difference = difference(screen, page);
        if (difference > MOST_DIFFERENT || i == 21) {
          ImageIO.write(page, "png", Path.of("target/pictures/page-" + (i + 1) + ".png").toFile());
          Files.copy(
              exported.files().get(i),
              Path.of("target/pictures/screen-" + (i + 1) + ".png"),
              StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(difference).as("page and screen of slide " + (i + 1)).isLessThan(MOST_DIFFERENT);
      }
    }
  }

  /** The mean difference of a pixel in grey, of 255. */
  private static double difference(BufferedImage one, BufferedImage other) {
    long sum = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        sum += Math.abs(grey(one.getRGB(x, y)) - grey(other.getRGB(x, y)));
      }
    }
    return sum / (double) (one.getWidth() * one.getHeight());
  }

  private static int grey(int rgb) {
    return ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / 3;
  }

  @Test
  void whatIsThereIsKeptAndACancelledExportLeavesNothing() throws IOException {
    Path target = Files.writeString(folder.resolve("mine.pdf"), "mine");
    assertThatThrownBy(() -> pdf(new Form.Slides(), "mine.pdf", false))
        .isInstanceOf(ExportFailed.class)
        .hasMessageContaining("exists already");
    assertThat(target).hasContent("mine");

    ExportWatch soon = (done, of) -> done < 2;
    for (Form form : List.of(new Form.Slides(), new Form.Pictures(320))) {
      Path cancelled = folder.resolve("cancelled");
      assertThatThrownBy(() -> exporter.export(order(course(), form, cancelled, false), soon))
          .isInstanceOf(CancellationException.class);
    }
    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(target));
  }

  private static void assertFontsAreEmbedded(PDPage page) throws IOException {
    for (var name : page.getResources().getFontNames()) {
      PDFont font = page.getResources().getFont(name);
      assertThat(font.isEmbedded()).as(font.getName()).isTrue();
      assertThat(font.getName()).as("only the letters that are used").contains("+");
    }
  }

  private static List<String> bookmarks(PDDocument document) {
    List<String> titles = new ArrayList<>();
    for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
      titles.add(item.getTitle());
    }
    return titles;
  }

  private static String text(PDDocument document, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(document);
  }

  /** Lines may break anywhere between words and in long lines of code also within them. */
  private static String bare(String text) {
    return text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
  }

  private static List<String> words(Slide slide) {
    List<String> words = new ArrayList<>(List.of(slide.title().split("\\s+")));
    for (Block block : slide.blocks()) {
      if (!(block instanceof Block.Picture)) {
        words.addAll(List.of(text(block).split("\\s+")));
      }
    }
    return words.stream().map(DeckExporterTest::bare).filter(word -> !word.isEmpty()).toList();
  }

  /** Why a choice is right is left to be found out. */
  private static String text(Block block) {
    return block instanceof Block.Question question
        ? question.asked().text()
            + question.choices().stream()
                .map(choice -> " " + choice.words().text())
                .collect(Collectors.joining())
        : block.text();
  }

  private static void pictures(PDDocument document, String name) throws IOException {
    PDFRenderer renderer = new PDFRenderer(document);
    Path pictures = Path.of("target", "pictures");
    Files.createDirectories(pictures);
    int last = Math.min(document.getNumberOfPages(), 6);
    for (int i = 0; i < last; i++) {
      File file = pictures.resolve(name + "-" + (i + 1) + ".png").toFile();
      ImageIO.write(renderer.renderImageWithDPI(i, 96), "png", file);
    }
  }
}
