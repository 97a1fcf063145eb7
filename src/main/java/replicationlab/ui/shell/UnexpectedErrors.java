package replicationlab.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.VBox;
import replicationlab.log.ErrorReport;
import replicationlab.log.ProgramLog;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Messages;

/**
 * From an error that nobody expected to a program that goes on: it is logged, reported in a file,
 * and shown once, however often it comes.
 */
final class UnexpectedErrors implements Thread.UncaughtExceptionHandler {

  private static final System.Logger LOG = System.getLogger(UnexpectedErrors.class.getName());
  private static final String COPY = "Copy the report";
  private static final String FOLDER = "Show the folder";

  private final ProgramLog log;
  private final Messages messages;
  private final Supplier<Path> folder;
  private final Supplier<String> postgres;
  private final Set<String> told = new HashSet<>();

  /**
   * @param folder where reports are written
   * @param postgres the version of the lab's servers, or a word why there is none
   */
  UnexpectedErrors(
      ProgramLog log, Messages messages, Supplier<Path> folder, Supplier<String> postgres) {
    this.log = log;
    this.messages = messages;
    this.folder = folder;
    this.postgres = postgres;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable error) {
    LOG.log(System.Logger.Level.ERROR, "unexpected, on " + thread.getName(), error);
    if (isNew(error)) {
      ErrorReport report = ErrorReport.of(error, thread.getName(), facts(), log.lastEvents());
      // Later, as a dialog cannot be opened in the middle of a layout or an animation.
      FxThread.later(() -> show(error, report));
    }
  }

  private synchronized boolean isNew(Throwable error) {
    StackTraceElement[] stack = error.getStackTrace();
    return told.add(error.getClass().getName() + (stack.length == 0 ? "" : stack[0]));
  }

  private Map<String, String> facts() {
    String version = UnexpectedErrors.class.getPackage().getImplementationVersion();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("program", version == null ? "not packaged" : version);
    facts.put("PostgreSQL", postgres.get());
    facts.put("Java", System.getProperty("java.vm.version"));
    facts.put("JavaFX", System.getProperty("javafx.version", "unknown"));
    facts.put(
        "system",
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"));
    return facts;
  }

  private void show(Throwable error, ErrorReport report) {
    String words =
        error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    Label what =
        new Label(
            "Something went wrong inside the program: "
                + words
                + "\nThe program goes on, and your servers and files are as they were. If"
                + " something in the window no longer answers, close it and start it again: "
                + "the lab finds its way back.\n"
                + saved(report));
    what.setWrapText(true);
    what.setPrefWidth(620);
    TextArea text = new TextArea(report.text());
    text.setEditable(false);
    text.setPrefRowCount(12);
    text.setAccessibleText("The report of the error");
    Optional<String> answer =
        messages.remedy(
            "An unexpected error", new VBox(12, what, text), "Go on", List.of(COPY, FOLDER));
    if (answer.filter(COPY::equals).isPresent()) {
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, report.text()));
    } else if (answer.isPresent()) {
      FileManager.open(folder.get(), messages);
    }
  }

  private String saved(ErrorReport report) {
    try {
      return "A report without anything private is in " + report.write(folder.get()) + ".";
    } catch (IOException e) {
      return "The report could not be saved (" + e.getMessage() + "), but it can be copied.";
    }
  }
}
