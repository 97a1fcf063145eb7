package replicationlab.ui.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import javafx.scene.image.Image;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** A PDF that grows page by page, with a bookmark for each slide and a label for each page. */
final class PdfFile implements Closeable {

  /** Of photographs; the rest waits on the disk until the PDF is saved. */
  private static final long MOST_IN_MEMORY = 64L << 20;

  private final PDDocument document =
      new PDDocument(MemoryUsageSetting.setupMixed(MOST_IN_MEMORY).streamCache);
  private final FontFiles files = new FontFiles();
  private final EmbeddedFonts fonts = new EmbeddedFonts(document, files);
  private final ImagePainter images = new ImagePainter(document);
  private final PDDocumentOutline outline = new PDDocumentOutline();
  private final Map<Integer, String> labels = new TreeMap<>();
  private final Warnings warnings;

  PdfFile(String title, Warnings warnings) {
    this.warnings = warnings;
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    information.setCreator("Replication Lab");
    information.setCreationDate(Calendar.getInstance(TimeZone.getDefault()));
    document.setDocumentInformation(information);
    document.getDocumentCatalog().setLanguage("en");
    document.getDocumentCatalog().setDocumentOutline(outline);
    document.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
    PDViewerPreferences preferences =
        new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
  }

  int pages() {
    return document.getNumberOfPages();
  }

  /**
   * Begins a page.
   *
   * @param width points, of which an inch has 72
   * @param label what viewers call the page, such as the slide's number
   */
  Pen page(double width, double height, String label) throws IOException {
    PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
    document.addPage(page);
    labels.put(pages() - 1, label);
    return new Pen(document, page);
  }

  /** The images of the pages to come; before a page, and not on JavaFX's thread. */
  void embed(Map<Path, Image> decoded) throws IOException {
    for (Map.Entry<Path, Image> image : decoded.entrySet()) {
      images.embed(image.getKey(), image.getValue());
    }
  }

  ScenePainter painter(Pen pen) {
    return new ScenePainter(pen, fonts, images, warnings);
  }

  /** A bookmark that leads to the page that was begun last. */
  void bookmark(String title) {
    PDPageFitDestination destination = new PDPageFitDestination();
    destination.setPage(document.getPage(pages() - 1));
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(title);
    item.setDestination(destination);
    outline.addLast(item);
  }

  void save(Path file) throws IOException {
    PDPageLabels all = new PDPageLabels(document);
    labels.forEach((page, label) -> {
      PDPageLabelRange range = new PDPageLabelRange();
      range.setPrefix(label);
      all.setLabelItem(page, range);
    });
    document.getDocumentCatalog().setPageLabels(all);
    document.save(file.toFile());
  }

  @Override
  public void close() throws IOException {
    try (document) {
      files.close();
    }
  }
}
