package replicationlab.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.canvas.Canvas;
import javafx.scene.effect.DropShadow;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.course.OpenedDeck;
import replicationlab.course.ProgramFiles;
import replicationlab.export.ExportFailed;
import replicationlab.export.ExportOrder;
import replicationlab.export.ExportWatch;
import replicationlab.export.Exported;
import replicationlab.export.Form;

/** What comes onto paper otherwise than on the screen is said; letters of any script are there. */
@Tag("ui")
class ScenePainterTest {

  @TempDir private Path folder;

  @BeforeAll
  static void javafxRuns() throws ExportFailed {
    Headless.start();
  }

  @Test
  void whatHasNoTranslationIsNamedWithItsSlide() throws IOException {
    Path file = folder.resolve("a.pdf");
    Warnings warnings = new Warnings();
    warnings.about(7, "Odd");
    try (PdfFile pdf = new PdfFile("A", warnings)) {
      int pages =
          OnFxThread.call(() -> {
            Circle circle = new Circle(50, 50, 30);
            circle.setEffect(new DropShadow());
            Text text = new Text(20, 120, "Hand → 手 ок");
            text.setFont(new Font(20));
            Pane pane = new Pane(circle, text, new Canvas(10, 10));
            OffScreen screen = new OffScreen(300, 200);
            screen.layOut(pane, 300, 200);
            try (Pen pen = pdf.page(300, 200, "7")) {
              pdf.painter(pen).paint(pane, 0, 0, 1);
            }
            return pdf.pages();
          });
      assertThat(pages).isEqualTo(1);
      pdf.save(file);
    }
    assertThat(warnings.all())
        .containsExactly(
            "Slide 7 (Odd): the effect DropShadow is left out on paper.",
            "Slide 7 (Odd): a Canvas cannot be put on paper.");
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      assertThat(new PDFTextStripper().getText(document)).contains("Hand", "→", "ок");
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 72);
      assertThat(page.getRGB(50, 50)).as("the circle").isEqualTo(0xFF000000);
      assertThat(page.getRGB(250, 50)).as("the paper").isEqualTo(0xFFFFFFFF);
    }
  }

  @Test
  void whatIsWrittenFromRightToLeftIsDrawnAndFoundSo() throws IOException {
    Path file = folder.resolve("hebrew.pdf");
    String words = "Word \u05e9\u05dc\u05d5\u05dd \u05d0\u05d1\u05d2 end";
    BufferedImage[] screen = new BufferedImage[1];
    try (PdfFile pdf = new PdfFile("A", new Warnings())) {
      OnFxThread.call(() -> {
        Text text = new Text(20, 60, words);
        text.setFont(Font.font("DejaVu Sans", 30));
        OffScreen drawn = new OffScreen(400, 100);
        Pane pane = new Pane(text);
        drawn.layOut(pane, 400, 100);
        screen[0] = SwingFXUtils.fromFXImage(pane.snapshot(null, null), null);
        try (Pen pen = pdf.page(400, 100, "1")) {
          pdf.painter(pen).paint(pane, 0, 0, 1);
        }
        return 0;
      });
      pdf.save(file);
    }
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      assertThat(new PDFTextStripper().getText(document)).contains(words);
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 72);
      Files.createDirectories(Path.of("target", "pictures"));
      ImageIO.write(page, "png", Path.of("target", "pictures", "paper-hebrew.png").toFile());
      assertThat(differing(screen[0], page)).isLessThan(300);
    }
  }

  /** How many points are dark in one and light in the other. */
  private static int differing(BufferedImage one, BufferedImage other) {
    int differing = 0;
    for (int x = 0; x < Math.min(one.getWidth(), other.getWidth()); x++) {
      for (int y = 0; y < Math.min(one.getHeight(), other.getHeight()); y++) {
        differing +=
            Math.abs((one.getRGB(x, y) & 0xFF) - (other.getRGB(x, y) & 0xFF)) > 140 ? 1 : 0;
      }
    }
    return differing;
  }

  @Test
  void aPhotographIsAPictureAndHiddenBulletsWaitForTheirPage() throws IOException {
    ImageIO.write(
        new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB),
        "png",
        folder.resolve("photo.png").toFile());
    Path deck =
        Files.writeString(
            folder.resolve("deck.md"), "# Photo\n\n+ first\n+ second\n\n![](photo.png)\n");
    OpenedDeck opened = OpenedDeck.open(deck, new ProgramFiles(folder, folder, folder));
    Exported exported =
        new DeckExporter()
            .export(
                new ExportOrder(
                    opened,
                    new Form.Slides(),
                    folder.resolve("photo.pdf"),
                    true,
                    false,
                    18,
                    true,
                    UnaryOperator.identity()),
                ExportWatch.NONE);
    assertThat(exported.warnings()).isEmpty();
    try (PDDocument document = Loader.loadPDF(exported.files().getFirst().toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(3);
      PDFTextStripper words = new PDFTextStripper();
      words.setEndPage(1);
      assertThat(words.getText(document)).doesNotContain("first");
      assertThat(new PDFTextStripper().getText(document)).contains("first", "second");
      assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(1);
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(2, 96);
      Files.createDirectories(Path.of("target", "pictures"));
      ImageIO.write(page, "png", Path.of("target", "pictures", "paper-photo.png").toFile());
      assertThat(page.getRGB(640, 500)).as("the photograph").isEqualTo(0xFF000000);
    }
  }
}
