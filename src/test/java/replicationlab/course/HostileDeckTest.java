package replicationlab.course;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.deck.Problem;
import replicationlab.deck.Slide;

/** Files that are no decks, or bad ones: a problem with its line, and the rest is shown. */
class HostileDeckTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;

  private OpenedDeck open(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("deck.md"), bytes);
    return assertTimeoutPreemptively(
        PATIENCE, () -> OpenedDeck.open(file, new ProgramFiles(folder, folder, folder)));
  }

  private OpenedDeck open(String text) throws IOException {
    return open(text.getBytes(UTF_8));
  }

  private static void assertProblem(OpenedDeck opened, int line, String words) {
    assertThat(opened.problems())
        .anySatisfy(problem -> {
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.message()).contains(words);
        });
  }

  @Test
  void anEmptyFileSaysHowASlideBegins() throws IOException {
    assertProblem(open(""), 1, "a slide begins with a line '# Title'");
  }

  @Test
  void fiftyMegabytesAreReadAsFarAsMemoryIsBounded() throws IOException {
    byte[] slide = "# T\n\nSome words on a slide.\n\n***\n\n".getBytes(UTF_8);
    Path file = folder.resolve("deck.md");
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long written = 0; written < 50L << 20; written += slide.length) {
        out.write(slide);
      }
    }
    OpenedDeck opened =
        assertTimeoutPreemptively(
            PATIENCE, () -> OpenedDeck.open(file, new ProgramFiles(folder, folder, folder)));
    assertThat(opened.deck().slides()).hasSizeGreaterThan(10_000);
    Problem cut = opened.problems().getLast();
    assertThat(cut.message()).contains("too long for a deck (52,4");
    assertThat(cut.line()).isGreaterThan(opened.deck().slides().getLast().line() - 10);
  }

  @Test
  void aProgramOrAPictureIsNoText() throws IOException {
    byte[] bytes = new byte[200_000];
    new Random(7).nextBytes(bytes);
    OpenedDeck opened = open(bytes);
    assertThat(opened.problems()).anySatisfy(it -> assertThat(it.message()).contains("no text"));
    assertThat(opened.problems()).allSatisfy(it -> assertThat(it.line()).isPositive());
  }

  @Test
  void aFileThatIsCutInTheMiddleShowsWhatIsThere() throws IOException {
    byte[] whole = "# One\n\nétudes\n\n```sh\npsql".getBytes(UTF_8);
    OpenedDeck opened = open(whole);
    assertThat(opened.deck().slides()).hasSize(1);
    assertProblem(opened, 5, "not closed");
    byte[] half = Arrays.copyOf(whole, 8);
    assertThat(open(half).deck().slides().getFirst().title()).isEqualTo("One");
  }

  @Test
  void latin1IsReadAndSaid() throws IOException {
    OpenedDeck opened = open("# Übung\n\nété\n".getBytes(ISO_8859_1));
    assertThat(opened.deck().slides().getFirst().title()).isEqualTo("Übung");
    assertProblem(opened, 1, "read as Latin-1; save it as UTF-8");
  }

  @Test
  void oneBadByteInGoodUtf8DoesNotSpoilTheRest() throws IOException {
    byte[] bytes = "# Übung\n\nété, éa\n".getBytes(UTF_8);
    bytes[bytes.length - 3] = (byte) 0xC3;
    OpenedDeck opened = open(bytes);
    assertThat(opened.deck().slides().getFirst().title()).isEqualTo("Übung");
    assertProblem(opened, 3, "no letters of UTF-8");
  }

  @Test
  void utf16IsReadWithAndWithoutItsMark() throws IOException {
    for (byte[] bytes :
        new byte[][] {
          "# One\n\nétudes\n".getBytes(UTF_16), "# One\n\nétudes\n".getBytes(UTF_16LE)
        }) {
      OpenedDeck opened = open(bytes);
      Slide slide = opened.deck().slides().getFirst();
      assertThat(slide.title()).isEqualTo("One");
      assertThat(slide.blocks().getFirst().text()).isEqualTo("études");
      assertProblem(opened, 1, "UTF-16");
    }
  }

  @Test
  void aLineOfAMillionCharactersIsKeptAndSaid() throws IOException {
    OpenedDeck opened = open("# One\n\n***\n\n# Two\n\n" + "word ".repeat(200_000) + "\n");
    assertThat(opened.deck().slides()).hasSize(2);
    assertThat(opened.deck().slides().get(1).characters()).isGreaterThan(999_000);
    assertProblem(opened, 5, "of which 20,000 are shown");
  }

  @Test
  void aThousandNestedBulletsAreRead() throws IOException {
    StringBuilder text = new StringBuilder("# One\n\n");
    for (int level = 0; level < 1_000; level++) {
      text.append("  ".repeat(level)).append("* level").append(level).append('\n');
    }
    OpenedDeck opened = open(text.toString());
    String all =
        opened.deck().slides().getFirst().blocks().stream()
            .map(Object::toString)
            .reduce("", String::concat);
    assertThat(all).contains("level0", "level500", "level999");
  }

  @Test
  void tenThousandSlidesWithOneDiagramAreOpenedInOneGo() throws IOException {
    Files.createDirectories(folder.resolve("diagrams"));
    Files.writeString(folder.resolve("diagrams/a.diagram"), "node one at 1,1\n");
    OpenedDeck opened = open("# T\n\n* a\n\n![](./images/a.png)\n\n***\n\n".repeat(10_000));
    assertThat(opened.deck().slides()).hasSize(10_000);
  }

  @Test
  void anImageBombIsNotDecoded() throws IOException {
    Files.write(folder.resolve("bomb.png"), header(60_000, 60_000));
    Files.writeString(folder.resolve("none.png"), "<svg/>");
    OpenedDeck opened = open("# One\n\n![](./bomb.png)\n\n![](none.png)\n");
    assertProblem(opened, 3, "bomb.png has 60,000 × 60,000 pixels");
    assertProblem(opened, 5, "none.png is no PNG, JPEG, GIF or BMP file");
  }

  /** The first bytes of a PNG, with nothing behind them. */
  private static byte[] header(int width, int height) throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(chunk);
    data.writeBytes("IHDR");
    data.writeInt(width);
    data.writeInt(height);
    data.write(new byte[] {8, 2, 0, 0, 0});
    CRC32 sum = new CRC32();
    sum.update(chunk.toByteArray());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream png = new DataOutputStream(file);
    png.writeLong(0x89504E470D0A1A0AL);
    png.writeInt(13);
    png.write(chunk.toByteArray());
    png.writeInt((int) sum.getValue());
    return file.toByteArray();
  }

  @Test
  void aLinkOutOfTheFolderShowsNothingOfThisMachine(@TempDir Path elsewhere) throws IOException {
    Path secret = Files.write(elsewhere.resolve("secret.png"), header(2, 2));
    Files.createSymbolicLink(folder.resolve("innocent.png"), secret);
    OpenedDeck opened =
        open("# One\n\n![](innocent.png)\n\n![](../" + elsewhere.getFileName() + "/secret.png)\n");
    assertProblem(opened, 3, "lies outside of the deck's folder");
    assertProblem(opened, 5, "lies outside of the deck's folder");
  }

  @Test
  void aFolderIsNoDeck() {
    assertThatThrownBy(() -> OpenedDeck.open(folder, new ProgramFiles(folder, folder, folder)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no ordinary file");
  }
}
