package replicationlab.ui.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.text.Font;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** The fonts of one PDF: JavaFX's own, of which only the letters that are used are taken in. */
final class EmbeddedFonts {

  private static final String SHIPPED =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final PDDocument document;
  private final FontFiles files;
  private final Map<String, Optional<Embedded>> byName = new HashMap<>();
  private @Nullable Embedded shipped;

  private record Embedded(TrueTypeFont file, PDType0Font font) {
    boolean has(int character) throws IOException {
      return file.getUnicodeCmapLookup().getGlyphId(character) != 0;
    }
  }

  EmbeddedFonts(PDDocument document, FontFiles files) {
    this.document = document;
    this.files = files;
  }

  /** Whether the font's file is here, may be embedded, and has the letter. */
  boolean has(Font font, int character) throws IOException {
    Optional<Embedded> embedded = find(font);
    return embedded.isPresent() && embedded.get().has(character);
  }

  /** The font as the PDF knows it; only after {@link #has}. */
  PDFont of(Font font) throws IOException {
    return find(font).orElseThrow().font();
  }

  private Optional<Embedded> find(Font font) {
    return byName.computeIfAbsent(font.getName(), _ -> files.of(font).flatMap(file -> embed(file)));
  }

  private Optional<Embedded> embed(TrueTypeFont file) {
    try {
      // Ligatures would be found under other letters than those that were written.
      file.setEnableGsub(false);
      return Optional.of(new Embedded(file, PDType0Font.load(document, file, true)));
    } catch (IOException e) {
      // Its owner does not allow it, or it is of a kind that cannot be embedded: outlines then.
      return Optional.empty();
    }
  }

  /** A font that is always there. */
  PDFont shipped() throws IOException {
    return loadShipped().font();
  }

  /** Those of the letters that the font that is always there has. */
  String writtenByTheShipped(String words) throws IOException {
    Embedded font = loadShipped();
    StringBuilder written = new StringBuilder();
    for (int character : words.codePoints().toArray()) {
      if (font.has(character)) {
        written.appendCodePoint(character);
      }
    }
    return written.toString();
  }

  private Embedded loadShipped() throws IOException {
    Embedded known = shipped;
    if (known == null) {
      try (InputStream in =
          Objects.requireNonNull(EmbeddedFonts.class.getResourceAsStream(SHIPPED))) {
        known = embed(FontFiles.parse(in)).orElseThrow();
      }
      shipped = known;
    }
    return known;
  }
}
