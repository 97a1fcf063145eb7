package replicationlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.consent.Agreements;
import replicationlab.course.ProgramFiles;
import replicationlab.export.ExportOrder;
import replicationlab.export.Exported;
import replicationlab.export.Exporter;
import replicationlab.export.Form;
import replicationlab.postgres.install.Installations;
import replicationlab.postgres.install.Unprivileged;
import replicationlab.process.CommandRunner;
import replicationlab.run.WorkbenchOpener;

/** What the words of the command mean, and what it says. */
class ExportCommandTest {

  private final List<ExportOrder> orders = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  private String deck = "";
  private String pdf = "";

  @BeforeEach
  void aDeck() throws IOException {
    deck = Files.writeString(folder.resolve("deck.md"), "# One\n\n***\n\n# Two\n").toString();
    pdf = folder.resolve("out.pdf").toString();
  }

  private int run(String... args) {
    Exporter recorder =
        (order, watch) -> {
          orders.add(order);
          return new Exported(
              List.of(order.target()), 2, List.of("Slide 1 (One): a Canvas is missing."));
        };
    CommandRunner runner = new CommandRunner();
    ProgramFiles files = ProgramFiles.find();
    Installations installations =
        new Installations(runner, files.postgres(), folder.resolve("cache"), Map.of());
    Services services =
        new Services(
            files,
            installations,
            new WorkbenchOpener(
                installations,
                runner,
                new Unprivileged(runner),
                new Agreements(folder.resolve("agreed"), Set.of())),
            folder.resolve("workspace"));
    String[] all = new String[args.length + 1];
    all[0] = "export";
    System.arraycopy(args, 0, all, 1, args.length);
    return new CommandLineInterface(services, recorder)
        .run(new PrintWriter(out), new PrintWriter(err), all);
  }

  private ExportOrder only() {
    assertThat(orders).hasSize(1);
    return orders.getFirst();
  }

  @Test
  void aPdfHasOnePageASlideUnlessMoreIsAskedFor() {
    assertThat(run(deck, "--pdf", pdf)).isZero();
    assertThat(only().form()).isEqualTo(new Form.Slides());
    assertThat(only().target()).isEqualTo(Path.of(pdf));
    assertThat(only().everyStep()).isFalse();
    assertThat(only().replace()).isFalse();
    assertThat(out).asString().contains(pdf + ": 2 pages").contains("Slide 1 (One): a Canvas");
  }

  @Test
  void everyFormHasItsWord() {
    assertThat(run(deck, "--pdf", pdf, "--handout", "6", "--steps", "--force")).isZero();
    assertThat(run(deck, "--pdf", pdf, "--notes")).isZero();
    assertThat(run(deck, "--png", folder.toString(), "--width", "640")).isZero();
    assertThat(orders)
        .extracting(ExportOrder::form)
        .containsExactly(new Form.Handout(6), new Form.Notes(), new Form.Pictures(640));
    assertThat(orders.getFirst().everyStep()).isTrue();
    assertThat(orders.getFirst().replace()).isTrue();
  }

  @Test
  void whatMakesNoSenseIsSaidInASentence() {
    assertThat(run(deck)).isEqualTo(2);
    assertThat(run(deck, "--pdf", pdf, "--png", pdf)).isEqualTo(2);
    assertThat(run(deck, "--pdf", pdf, "--handout", "4")).isEqualTo(2);
    assertThat(run(deck, "--png", pdf, "--notes")).isEqualTo(2);
    assertThat(run(deck, "--png", pdf, "--width", "100000")).isEqualTo(2);
    assertThat(run(folder.resolve("none.md").toString(), "--pdf", pdf)).isEqualTo(2);
    assertThat(orders).isEmpty();
    assertThat(err)
        .asString()
        .contains("A handout has 3 or 6 slides on a page, not 4.")
        .contains("say --pdf, or leave them out")
        .contains("160 to 7680 pixels")
        .contains("There is no deck");
  }
}
