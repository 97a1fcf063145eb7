package replicationlab.ui.export;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.FontHeaders;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.autodetect.FontFileFinder;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file of a font that JavaFX writes with. "System" and "monospace" are no file's names,
 * and which file they mean JavaFX does not say: a file is the right one if its letters are as wide.
 */
final class FontFiles implements Closeable {

  private static final String PROBE = "HamburgefonstivWQ0123456789.,;()|_-";
  private static final double SIZE = 1000;

  /** JavaFX rounds widths to whole pixels of the size that is asked for. */
  private static final double TOLERANCE = 1.5;

  private static final int BOLD = 1;
  private static final int ITALIC = 2;

  private final List<Closeable> opened = new ArrayList<>();
  private final Map<String, Optional<TrueTypeFont>> byName = new HashMap<>();
  private @Nullable List<Candidate> candidates;

  private record Candidate(File file, String postScript, int style) {
    String name() {
      return plain(postScript);
    }
  }

  /** The font's file, open until this is closed; nothing if it cannot be told which it is. */
  Optional<TrueTypeFont> of(Font font) {
    return byName.computeIfAbsent(font.getName(), _ -> find(font));
  }

  static TrueTypeFont parse(InputStream in) throws IOException {
    return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
  }

  private Optional<TrueTypeFont> find(Font font) {
    String wanted = plain(font.getName());
    String family = plain(font.getFamily());
    int style = style(font.getStyle());
    return candidates().stream()
        .filter(it -> it.name().equals(wanted) || it.style() == style)
        .sorted(
            Comparator.comparing((Candidate it) -> !it.name().equals(wanted))
                .thenComparing(it -> !it.name().startsWith(family))
                .thenComparingInt(it -> it.name().length()))
        .flatMap(it -> open(it, font).stream())
        .findFirst();
  }

  private Optional<TrueTypeFont> open(Candidate candidate, Font font) {
    try {
      TrueTypeFont file =
          candidate.file().getName().toLowerCase(Locale.ROOT).endsWith(".ttc")
              ? new TrueTypeCollection(candidate.file()).getFontByName(candidate.postScript())
              : new TTFParser().parse(new RandomAccessReadBufferedFile(candidate.file()));
      if (file != null && measuresAs(file, font)) {
        opened.add(file);
        return Optional.of(file);
      }
      if (file != null) {
        file.close();
      }
    } catch (IOException | RuntimeException e) {
      // A broken file is none that JavaFX writes with.
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean measuresAs(TrueTypeFont file, Font font) throws IOException {
    CmapLookup letters = file.getUnicodeCmapLookup();
    Text text = new Text();
    text.setFont(Font.font(font.getFamily(), weight(font), posture(font), SIZE));
    if (!text.getFont().getName().equals(font.getName())) {
      text.setFont(new Font(font.getName(), SIZE));
    }
    for (int letter : PROBE.codePoints().toArray()) {
      int glyph = letters.getGlyphId(letter);
      text.setText(Character.toString(letter));
      double own = file.getAdvanceWidth(glyph) * SIZE / file.getUnitsPerEm();
      if (glyph == 0 || Math.abs(own - text.getLayoutBounds().getWidth()) > TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  private static FontWeight weight(Font font) {
    return (style(font.getStyle()) & BOLD) != 0 ? FontWeight.BOLD : FontWeight.NORMAL;
  }

  private static FontPosture posture(Font font) {
    return (style(font.getStyle()) & ITALIC) != 0 ? FontPosture.ITALIC : FontPosture.REGULAR;
  }

  private List<Candidate> candidates() {
    List<Candidate> known = candidates;
    if (known == null) {
      known =
          new FontFileFinder()
              .find().stream().map(File::new).flatMap(file -> headers(file).stream()).toList();
      candidates = known;
    }
    return known;
  }

  private static List<Candidate> headers(File file) {
    String name = file.getName().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".ttc")) {
        List<Candidate> all = new ArrayList<>();
        try (TrueTypeCollection collection = new TrueTypeCollection(file)) {
          collection.processAllFonts(font ->
              all.add(new Candidate(file, font.getName(), font.getHeader().getMacStyle() & 3)));
        }
        return all;
      }
      if (name.endsWith(".ttf") || name.endsWith(".otf")) {
        try (RandomAccessReadBufferedFile bytes = new RandomAccessReadBufferedFile(file)) {
          FontHeaders headers = new TTFParser().parseTableHeaders(bytes);
          Integer style = headers.getHeaderMacStyle();
          return headers.getName() == null || headers.isOpenTypePostScript()
              ? List.of()
              : List.of(new Candidate(file, headers.getName(), style == null ? 0 : style & 3));
        }
      }
    } catch (IOException | RuntimeException e) {
      // A file that cannot be read is not the one that JavaFX could read.
      return List.of();
    }
    return List.of();
  }

  /** "DejaVu Sans Bold" and "DejaVuSans-Bold" are the same. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static int style(String words) {
    String style = words.toLowerCase(Locale.ROOT);
    return (style.contains("bold") ? BOLD : 0)
        | (style.contains("italic") || style.contains("oblique") ? ITALIC : 0);
  }

  @Override
  public void close() throws IOException {
    for (Closeable file : opened) {
      file.close();
    }
  }
}
