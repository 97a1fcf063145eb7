package replicationlab.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.deck.Block;

class PicturesTest {

  @TempDir Path folder;

  @Test
  void aPictureIsAFileElseADiagramElseMissing() throws IOException {
    image("deck/images/a.png");
    write("assets/diagrams/a.diagram");
    write("assets/diagrams/b.diagram");
    Pictures pictures = new Pictures(folder.resolve("deck"), folder.resolve("assets/diagrams"));

    assertThat(pictures.find(picture("./images/a.png")))
        .isEqualTo(new Picture.Image(folder.resolve("deck/images/a.png")));
    assertThat(pictures.find(picture("./images/b.png"))).isInstanceOf(Picture.Drawn.class);
    assertThat(pictures.find(picture("./images/c.png"))).isInstanceOf(Picture.Missing.class);
    assertThat(pictures.find(picture("a\u0000b"))).isInstanceOf(Picture.Missing.class);
    assertThat(pictures.find(picture(""))).isInstanceOf(Picture.Missing.class);
  }

  @Test
  void aPictureWithoutATargetIsMissingEvenIfADiagramHasTheFoldersName() throws IOException {
    write("assets/diagrams/deck.diagram");
    Pictures pictures = new Pictures(folder.resolve("deck"), folder.resolve("assets/diagrams"));

    assertThat(pictures.find(picture(""))).isInstanceOf(Picture.Missing.class);
    assertThat(pictures.find(picture("."))).isInstanceOf(Picture.Missing.class);
    assertThat(pictures.find(picture("./images/.."))).isInstanceOf(Picture.Missing.class);
  }

  @Test
  void anImageThatIsCutOffIsMissing() throws IOException {
    Pictures pictures = new Pictures(folder, folder);
    for (String kind : List.of("png", "jpg")) {
      Path file = folder.resolve("a." + kind);
      ImageIO.write(new BufferedImage(90, 90, BufferedImage.TYPE_INT_RGB), kind, file.toFile());
      byte[] whole = Files.readAllBytes(file);
      assertThat(pictures.find(picture("a." + kind))).isInstanceOf(Picture.Image.class);

      Files.write(file, Arrays.copyOf(whole, whole.length + 100));
      assertThat(pictures.find(picture("a." + kind)))
          .as("something after its end")
          .isInstanceOf(Picture.Image.class);

      Files.write(file, Arrays.copyOf(whole, whole.length - 20));
      assertThat(pictures.find(picture("a." + kind)))
          .isInstanceOfSatisfying(
              Picture.Missing.class, it -> assertThat(it.why()).startsWith("is cut off"));
    }
  }

  private void image(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
  }

  private void write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
  }

  private static Block.Picture picture(String target) {
    return new Block.Picture(1, "", target);
  }
}
