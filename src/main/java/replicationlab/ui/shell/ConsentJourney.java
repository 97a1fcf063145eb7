package replicationlab.ui.shell;

import java.io.UncheckedIOException;
import java.util.List;
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
  private NotAgreedStrip strip = new NotAgreedStrip(() -> {});

  ConsentJourney(Messages messages) {
    this.messages = messages;
  }

  /** The lab's view, and above it, for as long as nobody has agreed, a way to do so. */
  Node above(Node labView, OpenLab opened) {
    strip = new NotAgreedStrip(() -> ask(opened));
    strip.setVisible(!covered(opened));
    BorderPane both = new BorderPane(labView);
    both.setTop(strip);
    both.setMinSize(0, 0);
    return both;
  }

  /** Shows what the lesson would run, unless the person has agreed to it before. */
  void ask(OpenLab opened) {
    if (covered(opened)) {
      return;
    }
    Lab lab = opened.run().lab();
    int major = opened.run().major();
    Workbench bench = opened.bench();
    AnnouncementView everything =
        new AnnouncementView(
            "'%s' did not come with this program, or was changed since. On PostgreSQL %s it would"
                    .formatted(lab.title(), bench.clusters().installation().version())
                + " run what stands here, in "
                + bench.workspace().folder()
                + " and on the lab's own servers. Read it before you agree.",
            Announcement.of(lab, major, bench.wording()::of));
    if (messages
        .choose("Run this lesson?", everything, "Do not run it", List.of("Agree"))
        .isPresent()) {
      try {
        bench.agreements().agree(lab, major);
      } catch (UncheckedIOException e) {
        messages.warn(String.valueOf(e.getMessage()));
      }
      strip.setVisible(!covered(opened));
    }
  }

  private static boolean covered(OpenLab opened) {
    return opened.bench().agreements().cover(opened.run().lab(), opened.run().major());
  }
}
