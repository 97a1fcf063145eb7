package replicationlab.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import replicationlab.course.OpenedDeck;
import replicationlab.export.ExportOrder;
import replicationlab.export.ExportWatch;
import replicationlab.export.Exported;
import replicationlab.export.Exporter;
import replicationlab.export.Form;

/** {@code export}: a deck as a PDF or as pictures, without a display. */
@Command(
    name = "export",
    description =
        "Writes a deck as a PDF or as pictures, without a display; exits with 2 if nothing was"
            + " written.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  private final Services services;
  private final Exporter exporter;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the deck's Markdown file")
  private Path file = Path.of("");

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Where where = new Where();

  private static final class Where {
    @Option(
        names = "--pdf",
        required = true,
        paramLabel = "OUT",
        description = "write a PDF, one slide a page")
    private @Nullable Path pdf;

    @Option(
        names = "--png",
        required = true,
        paramLabel = "DIR",
        description = "write a picture of each slide into this folder")
    private @Nullable Path png;
  }

  @ArgGroup(exclusive = true)
  private @Nullable Layout layout;

  private static final class Layout {
    @Option(
        names = "--handout",
        required = true,
        paramLabel = "N",
        description = "with --pdf: N slides a page, 3 or 6, and lines to write on")
    private int handout;

    @Option(
        names = "--notes",
        required = true,
        description = "with --pdf: each slide with the speaker's notes below it")
    private boolean notes;
  }

  @Option(
      names = "--width",
      paramLabel = "PIXELS",
      defaultValue = "1920",
      description = "with --png: how wide the pictures are (default: ${DEFAULT-VALUE})")
  private int width;

  @Option(names = "--steps", description = "a page for each step of a slide, not only the last")
  private boolean steps;

  @Option(names = "--force", description = "replace what is there already")
  private boolean force;

  @Option(
      names = "--major",
      paramLabel = "N",
      defaultValue = "18",
      description = "tell what has changed up to this PostgreSQL (default: ${DEFAULT-VALUE})")
  private int major;

  @Option(names = "--as-written", description = "slides as of 9.0, as the course was written")
  private boolean asWritten;

  ExportCommand(Services services, Exporter exporter) {
    this.services = services;
    this.exporter = exporter;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("There is no deck " + file + "; name a Markdown file.");
    }
    Path target = Objects.requireNonNull(where.pdf == null ? where.png : where.pdf);
    ExportOrder order =
        new ExportOrder(
            OpenedDeck.open(file, services.files()),
            form(),
            target,
            steps,
            force,
            major,
            asWritten,
            UnaryOperator.identity());
    Exported exported = exporter.export(order, watch(out));
    exported.warnings().forEach(out::println);
    out.println(told(exported, target.toAbsolutePath().normalize()));
    out.flush();
    return ExitCode.PASSED;
  }

  private Form form() {
    if (where.png != null) {
      if (layout != null) {
        throw new IllegalArgumentException(
            "--handout and --notes are pages of a PDF; say --pdf, or leave them out.");
      }
      return new Form.Pictures(width);
    }
    if (layout == null) {
      return new Form.Slides();
    }
    return layout.notes ? new Form.Notes() : new Form.Handout(layout.handout);
  }

  private static String told(Exported exported, Path target) {
    int pages = exported.pages();
    String what =
        exported.files().size() == 1 && exported.files().getFirst().equals(target)
            ? (pages == 1 ? "1 page" : pages + " pages")
            : (pages == 1 ? "1 picture" : pages + " pictures");
    return target + ": " + what;
  }

  /** A line that renews itself, for people only: a log has no use for it. */
  private static ExportWatch watch(PrintWriter out) {
    if (!Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)) {
      return ExportWatch.NONE;
    }
    return (done, of) -> {
      out.printf("\r  slide %d of %d%s", done, of, done == of ? "\n" : "");
      out.flush();
      return true;
    };
  }
}
