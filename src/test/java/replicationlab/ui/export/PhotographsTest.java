package replicationlab.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.course.OpenedDeck;
import replicationlab.course.ProgramFiles;
import replicationlab.deck.Slide;
import replicationlab.export.ExportFailed;
import replicationlab.export.ExportOrder;
import replicationlab.export.ExportWatch;
import replicationlab.export.Form;

/** Decks with images on paper: as they are on the screen, and each of them once. */
@Tag("ui")
class PhotographsTest {

  private static final String GREENWICH = "51.48 N 0.00 W";

  @TempDir private Path folder;

  @BeforeAll
  static void javafxRuns() throws ExportFailed {
    Headless.start();
  }

  /** Red on the left, and blue on the right. */
  private void image(String name, int type) throws IOException {
    BufferedImage image = new BufferedImage(400, 200, type);
    for (int x = 0; x < 400; x++) {
      for (int y = 0; y < 200; y++) {
        image.setRGB(x, y, (x < 200 ? Color.RED : Color.BLUE).getRGB());
      }
    }
    File file = folder.resolve(name).toFile();
    assertThat(ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file)).isTrue();
  }

  /** Says of a JPEG that it was taken upside down, and where. */
  private void note(String name) throws IOException {
    byte[] plain = Files.readAllBytes(folder.resolve(name));
    byte[] turned = {
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1, // one entry:
      1,
      18,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      3,
      0,
      0,
      0,
      0,
      0,
      0 // the orientation is 3
    };
    byte[] place = GREENWICH.getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream noted = new ByteArrayOutputStream();
    noted.write(plain, 0, 2);
    noted.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (turned.length + 2)});
    noted.writeBytes(turned);
    noted.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (place.length + 2)});
    noted.writeBytes(place);
    noted.write(plain, 2, plain.length - 2);
    Files.write(folder.resolve(name), noted.toByteArray());
  }

  private PDDocument exported(Form form, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("deck.md"), text);
    Path target = folder.resolve("deck.pdf");
    OpenedDeck deck = OpenedDeck.open(file, ProgramFiles.find());
    ExportOrder order =
        new ExportOrder(deck, form, target, false, true, 18, true, UnaryOperator.identity());
    assertThat(new DeckExporter().export(order, ExportWatch.NONE).warnings()).isEmpty();
    return Loader.loadPDF(target.toFile());
  }

  private static List<PDImageXObject> images(PDPage page) throws IOException {
    List<PDImageXObject> images = new ArrayList<>();
    for (COSName name : page.getResources().getXObjectNames()) {
      PDXObject object = page.getResources().getXObject(name);
      images.add((PDImageXObject) object);
    }
    return images;
  }

  private static void assertRedThenBlue(BufferedImage page) {
    boolean isAnyRed = false;
    for (int x = 0; x < page.getWidth(); x++) {
      for (int y = 0; y < page.getHeight(); y++) {
        Color colour = new Color(page.getRGB(x, y));
        boolean isRed = colour.getRed() > 200 && colour.getGreen() + colour.getBlue() < 80;
        boolean isBlue = colour.getBlue() > 200 && colour.getGreen() + colour.getRed() < 80;
        isAnyRed |= isRed;
        assertThat(isRed && x > page.getWidth() / 2).as("red on the right").isFalse();
        assertThat(isBlue && x < page.getWidth() / 2 - 1).as("blue on the left").isFalse();
      }
    }
    assertThat(isAnyRed).isTrue();
  }

  @Test
  void aPhotographIsAsTheCameraCompressedItAndInTheFileOnce() throws IOException {
    image("a photo.jpg", BufferedImage.TYPE_INT_RGB);
    note("a photo.jpg");
    try (PDDocument document =
        exported(
            new Form.Slides(), "# A\n\n![](<a photo.jpg>)\n\n***\n\n# B\n\n![](<a photo.jpg>)\n")) {
      List<COSBase> embedded = new ArrayList<>();
      for (PDPage page : document.getPages()) {
        assertThat(images(page)).hasSize(1);
        PDImageXObject image = images(page).getFirst();
        assertThat(image.getSuffix()).isEqualTo("jpg");
        embedded.add(image.getCOSObject());
      }
      assertThat(embedded.get(0)).isSameAs(embedded.get(1));
      assertRedThenBlue(new PDFRenderer(document).renderImageWithDPI(0, 72));
    }
    assertThat(Files.readString(folder.resolve("deck.pdf"), StandardCharsets.ISO_8859_1))
        .as("where it was taken is nobody's business")
        .doesNotContain(GREENWICH);
  }

  @Test
  void aDrawingKeepsItsEveryPixelAndIsInTheFileOnce() throws IOException {
    image("drawing.png", BufferedImage.TYPE_INT_ARGB);
    try (PDDocument document =
        exported(
            new Form.Slides(), "# A\n\n![](drawing.png)\n\n***\n\n# B\n\n![](drawing.png)\n")) {
      PDImageXObject first = images(document.getPage(0)).getFirst();
      assertThat(first.getSuffix()).isEqualTo("png");
      assertThat(first.getCOSObject())
          .isSameAs(images(document.getPage(1)).getFirst().getCOSObject());
      assertRedThenBlue(new PDFRenderer(document).renderImageWithDPI(0, 72));
    }
  }

  @Test
  void notesAreRewrittenAsTheirSlideIs() throws IOException {
    Path file = Files.writeString(folder.resolve("ports.md"), "# A\n\nB.\n\n<!-- Ask 5433. -->\n");
    OpenedDeck deck = OpenedDeck.open(file, ProgramFiles.find());
    Path target = folder.resolve("ports.pdf");
    UnaryOperator<Slide> rewriting =
        slide ->
            new Slide(
                slide.line(), slide.title(), slide.blocks(), slide.notes().replace("5433", "6433"));
    ExportOrder order =
        new ExportOrder(deck, new Form.Notes(), target, false, true, 18, true, rewriting);
    new DeckExporter().export(order, ExportWatch.NONE);
    try (PDDocument document = Loader.loadPDF(target.toFile())) {
      assertThat(new PDFTextStripper().getText(document)).contains("Ask 6433.");
    }
  }

  @Test
  void picturesOfNotesAreOnTheirPage() throws IOException {
    image("drawing.png", BufferedImage.TYPE_INT_RGB);
    try (PDDocument document =
        exported(new Form.Notes(), "# A\n\nText.\n\n<!-- Draw this: ![](drawing.png) -->\n")) {
      assertThat(images(document.getPage(0))).hasSize(1);
      assertThat(new PDFTextStripper().getText(document)).doesNotContain("drawing.png");
    }
  }
}
