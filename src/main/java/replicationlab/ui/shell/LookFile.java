package replicationlab.ui.shell;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import replicationlab.course.ProgramFiles;
import replicationlab.files.WholeFile;
import replicationlab.files.WholeFile.Care;
import replicationlab.settings.Settings;

/**
 * The file of a {@link LastLook}: at any time a whole one, whenever the program or power dies. One
 * that another version of the program has made is none: its slides may look otherwise.
 */
final class LookFile {

  private static final int FORMAT = 0x524c4b33;

  private LookFile() {}

  /**
   * Writes it in the place of the last one.
   *
   * @throws IOException if the folder takes nothing
   */
  static void write(Path file, LastLook look) throws IOException {
    WholeFile.write(
        file,
        stream -> {
          DataOutputStream out = new DataOutputStream(stream);
          write(out, look.frame());
          write(out, look.subject());
          out.writeInt(look.picture().width());
          out.writeInt(look.picture().height());
          out.write(look.picture().bytes().array());
        },
        Care.OUTLIVES_POWER_CUT);
  }

  private static void write(DataOutputStream out, LookFrame frame) throws IOException {
    Settings.Bounds bounds = frame.window().bounds();
    out.writeInt(FORMAT);
    out.writeLong(ProgramFiles.stamp());
    out.writeUTF(frame.title());
    out.writeBoolean(bounds != null);
    out.writeDouble(bounds == null ? 0 : bounds.x());
    out.writeDouble(bounds == null ? 0 : bounds.y());
    out.writeDouble(bounds == null ? 0 : bounds.width());
    out.writeDouble(bounds == null ? 0 : bounds.height());
    out.writeBoolean(frame.window().maximised());
    out.writeDouble(frame.place().getMinX());
    out.writeDouble(frame.place().getMinY());
    out.writeDouble(frame.place().getWidth());
    out.writeDouble(frame.place().getHeight());
    out.writeUTF(frame.background().toString());
    out.writeInt(frame.screens());
    out.writeBoolean(frame.dark());
  }

  private static void write(DataOutputStream out, LookSubject subject) throws IOException {
    out.writeLong(subject.settings());
    out.writeUTF(subject.deck());
    out.writeLong(subject.changed());
    out.writeLong(subject.size());
    out.writeInt(subject.slide());
    out.writeUTF(subject.name());
  }

  /**
   * Reads the picture of a subject that is wanted; empty when it is another's, or there is none
   * that can be read.
   */
  static Optional<LastLook> read(Path file, Predicate<LookSubject> wanted) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != FORMAT || in.readLong() != ProgramFiles.stamp()) {
        return Optional.empty();
      }
      LookFrame frame = frame(in);
      LookSubject subject =
          new LookSubject(
              in.readLong(),
              in.readUTF(),
              in.readLong(),
              in.readLong(),
              in.readInt(),
              in.readUTF());
      return wanted.test(subject)
          ? Optional.of(new LastLook(frame, subject, picture(in)))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException unreadable) {
      // It is only a picture: the window comes without it, a moment later.
      return Optional.empty();
    }
  }

  private static LookFrame frame(DataInputStream in) throws IOException {
    String title = in.readUTF();
    boolean hasBounds = in.readBoolean();
    Settings.Bounds bounds =
        new Settings.Bounds(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    return new LookFrame(
        title,
        new Settings.Window(hasBounds ? bounds : null, in.readBoolean()),
        new Rectangle2D(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()),
        Color.web(in.readUTF()),
        in.readInt(),
        in.readBoolean());
  }

  private static LastLook.Picture picture(DataInputStream in) throws IOException {
    int width = in.readInt();
    int height = in.readInt();
    byte[] bytes = in.readAllBytes();
    if (width <= 0
        || height <= 0
        || bytes.length != (long) width * height * LastLook.Picture.BYTES) {
      throw new IOException("It was not written to its end.");
    }
    return new LastLook.Picture(width, height, ByteBuffer.wrap(bytes));
  }
}
