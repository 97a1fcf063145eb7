package replicationlab.ui.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import replicationlab.evidence.ClassOverview;
import replicationlab.evidence.ClassRow;
import replicationlab.evidence.EvidenceFile;
import replicationlab.evidence.Opened;

/** The files of a class as their view sees them. Call everything on JavaFX's thread. */
public final class ClassOverviewModel {

  /**
   * How far the reading of files has come: {@code done} of {@code all}; nothing reads when equal.
   */
  public record Reading(int done, int all) {
    static final Reading NOTHING = new Reading(0, 0);

    /** Whether files are being read. */
    public boolean isOn() {
      return done < all;
    }
  }

  private final Executor background;
  private final Executor fx;
  private final List<Opened> opened = new ArrayList<>();
  private final ReadOnlyObjectWrapper<ClassOverview> overview =
      new ReadOnlyObjectWrapper<>(this, "overview", ClassOverview.of(List.of()));
  private final ReadOnlyObjectWrapper<Reading> reading =
      new ReadOnlyObjectWrapper<>(this, "reading", Reading.NOTHING);
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");

  /**
   * A model without files.
   *
   * @param background where files are read
   * @param fx JavaFX's thread; tests run both at once
   */
  public ClassOverviewModel(Executor background, Executor fx) {
    this.background = background;
    this.fx = fx;
  }

  /** Opens files, and the evidence files in folders, beside those that are open already. */
  public void open(List<Path> places) {
    trouble.set("");
    reading.set(new Reading(0, Math.max(1, places.size())));
    background.execute(() -> read(places));
  }

  private void read(List<Path> places) {
    List<Path> files;
    try {
      files = EvidenceFile.find(places);
    } catch (IOException e) {
      fx.execute(() -> failed("The folder cannot be read: " + e));
      return;
    }
    if (files.isEmpty()) {
      fx.execute(
          () -> failed("There is no file that ends with " + EvidenceFile.ENDING + " there."));
      return;
    }
    List<Opened> read = new ArrayList<>();
    for (Path file : files) {
      read.add(EvidenceFile.open(file));
      Reading now = new Reading(read.size(), files.size() + 1);
      fx.execute(() -> reading.set(now));
    }
    fx.execute(() -> take(read));
  }

  private void failed(String words) {
    trouble.set(words);
    reading.set(Reading.NOTHING);
  }

  /** A file that was open already is shown as it is now. */
  private void take(List<Opened> read) {
    List<Path> again = read.stream().map(Opened::file).toList();
    opened.removeIf(each -> again.contains(each.file()));
    opened.addAll(read);
    overview.set(ClassOverview.of(opened));
    reading.set(Reading.NOTHING);
  }

  /** Closes all files. */
  public void clear() {
    opened.clear();
    trouble.set("");
    overview.set(ClassOverview.of(List.of()));
  }

  /** What the files say together. */
  public ReadOnlyObjectProperty<ClassOverview> overviewProperty() {
    return overview.getReadOnlyProperty();
  }

  /** How far the reading has come. */
  public ReadOnlyObjectProperty<Reading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** Why nothing was opened, in a sentence; empty if nothing is wrong. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** The class in a sentence. */
  public String headline() {
    List<ClassRow> rows = overview.get().rows();
    long others = rows.stream().filter(overview.get()::isOfAnotherLab).count();
    long done =
        rows.stream()
            .filter(row -> !overview.get().isOfAnotherLab(row))
            .filter(row -> !row.steps().isEmpty() && row.here().isEmpty())
            .count();
    long edited =
        rows.stream()
            .flatMap(row -> row.evidence().stream())
            .filter(evidence -> !evidence.seal().asExported())
            .count();
    long unreadable = rows.stream().filter(row -> row.evidence().isEmpty()).count();
    return counted(rows.size(), "file", "files")
        + ", "
        + done
        + " with all steps passed"
        + (edited == 0 ? "" : ", " + edited + " edited")
        + (others == 0 ? "" : ", " + others + " of another lab")
        + (unreadable == 0 ? "" : ", " + unreadable + " unreadable");
  }

  private static String counted(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
