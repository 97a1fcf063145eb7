package replicationlab.ui.shell;

import java.io.UncheckedIOException;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import replicationlab.consent.Announcement;
import replicationlab.lab.Lab;
import replicationlab.run.Workbench;
import replicationlab.ui.consent.AnnouncementView;
import replicationlab.ui.consent.NotAgreedStrip;
import replicationlab.ui.kit.Messages;

/** A lesson from elsewhere is read before it runs; whoever does not agree can still read it. */
final class ConsentJourney {

  private final Messages messages;
  private final ReadOnlyBooleanWrapper agreed = new ReadOnlyBooleanWrapper();
  private NotAgreedStrip strip = new NotAgreedStrip(() -> {});

  ConsentJourney(Messages messages) {
    this.messages = messages;
  }

  /** The lab's view, and above it, for as long as nobody has agreed, a way to do so. */
  Node above(Node labView, OpenLab opened) {
    strip = new NotAgreedStrip(() -> ask(opened));
    agreed.set(covered(opened));
    strip.setVisible(!agreed.get());
    BorderPane both = new BorderPane(labView);
    both.setTop(strip);
    both.setMinSize(0, 0);
    return both;
  }

  /** Whether the lab that is open may run; false while none is. */
  ReadOnlyBooleanProperty agreedProperty() {
    return agreed.getReadOnlyProperty();
  }

  /** Shows what the lab would run, unless the person has agreed to it before. */
  void ask(OpenLab opened) {
    boolean agrees = ask(opened.run().lab(), opened.run().major(), opened.bench());
    strip.setVisible(!agrees);
    agreed.set(agrees);
  }

  /** The same for any lesson; answers whether it may run. */
  boolean ask(Lab lesson, int major, Workbench bench) {
    if (bench.agreements().cover(lesson, major)) {
      return true;
    }
    AnnouncementView everything =
        new AnnouncementView(
            "'%s' did not come with this program, or was changed since. On PostgreSQL %s it would"
                    .formatted(lesson.title(), bench.clusters().installation().version())
                + " run what stands here, in "
                + bench.workspace().folder()
                + " and on the lab's own servers. Read it before you agree.",
            Announcement.of(lesson, major, bench.wording()::of));
    if (messages
        .choose("Run this lesson?", everything, "Do not run it", List.of("Agree"))
        .isPresent()) {
      try {
        bench.agreements().agree(lesson, major);
      } catch (UncheckedIOException e) {
        messages.warn(String.valueOf(e.getMessage()));
      }
    }
    return bench.agreements().cover(lesson, major);
  }

  private static boolean covered(OpenLab opened) {
    return opened.bench().agreements().cover(opened.run().lab(), opened.run().major());
  }
}
