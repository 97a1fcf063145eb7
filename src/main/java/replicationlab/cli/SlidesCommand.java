package replicationlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import replicationlab.course.OpenedDeck;
import replicationlab.deck.Block;
import replicationlab.deck.Problem;
import replicationlab.deck.Slide;
import replicationlab.deck.SlideLinks;
import replicationlab.export.ExportFailed;
import replicationlab.export.LayoutCheck;

/** {@code slides}: what a deck's file holds, and what is wrong with it. */
@Command(
    name = "slides",
    description =
        "Reads a deck and tells its slides and its problems; exits with 2 if there are any. Slides"
            + " whose text is smaller than usual are told as notes.",
    mixinStandardHelpOptions = true)
final class SlidesCommand implements Callable<Integer> {

  private final Services services;
  private final LayoutCheck layout;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the deck's Markdown file")
  private Path file = Path.of("");

  @Option(names = "--json", description = "answer as JSON")
  private boolean json;

  @Option(
      names = "--text-only",
      description = "do not lay the slides out to see which are too full; needs no JavaFX")
  private boolean textOnly;

  SlidesCommand(Services services, LayoutCheck layout) {
    this.services = services;
    this.layout = layout;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("There is no deck " + file + "; name a Markdown file.");
    }
    OpenedDeck opened = OpenedDeck.open(file, services.files());
    List<Problem> problems = new ArrayList<>(opened.problems());
    LayoutCheck.Fullness full = fullness(opened);
    problems.addAll(full.problems());
    if (json) {
      out.println(Json.of(answer(opened, problems, full.notes())));
    } else {
      print(out, opened, problems, full.notes());
    }
    out.flush();
    return problems.isEmpty() ? ExitCode.PASSED : ExitCode.PROBLEMS;
  }

  /** That it could not be checked is said, and is neither a problem nor none. */
  private LayoutCheck.Fullness fullness(OpenedDeck opened) {
    if (textOnly) {
      return LayoutCheck.Fullness.NONE;
    }
    try {
      return layout.of(opened);
    } catch (ExportFailed e) {
      PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
      err.println("Whether slides are too full was not checked. " + e.getMessage());
      err.flush();
      return LayoutCheck.Fullness.NONE;
    }
  }

  private void print(
      PrintWriter out, OpenedDeck opened, List<Problem> problems, List<Problem> notes) {
    List<Slide> slides = opened.deck().slides();
    List<String> names = SlideLinks.names(slides);
    String count = slides.size() == 1 ? "one slide" : slides.size() + " slides";
    out.println(opened.deck().title() + ": " + count);
    for (int i = 0; i < slides.size(); i++) {
      List<String> kinds = slides.get(i).blocks().stream().map(SlidesCommand::kind).toList();
      out.printf(
          "%3d  %s  %s  (%s)%n",
          i + 1, slides.get(i).title(), names.get(i), String.join(", ", kinds));
    }
    problems.forEach(problem -> out.println(problem.at(file.toString())));
    notes.forEach(note -> out.println(note.at(file.toString())));
  }

  private static Map<String, Object> answer(
      OpenedDeck opened, List<Problem> problems, List<Problem> notes) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("title", opened.deck().title());
    Iterator<String> names = SlideLinks.names(opened.deck().slides()).iterator();
    answer.put(
        "slides",
        opened.deck().slides().stream().map(slide -> slide(slide, names.next())).toList());
    answer.put("problems", lines(problems));
    answer.put("notes", lines(notes));
    return answer;
  }

  private static List<Map<String, Object>> lines(List<Problem> all) {
    return all.stream()
        .map(each -> ordered("line", each.line(), "message", each.message()))
        .toList();
  }

  private static Map<String, Object> slide(Slide slide, String name) {
    Map<String, Object> answer = ordered("line", slide.line(), "title", slide.title());
    answer.put("name", name);
    answer.put(
        "blocks",
        slide.blocks().stream()
            .map(block -> ordered("kind", kind(block), "text", block.text()))
            .toList());
    return answer;
  }

  private static String kind(Block block) {
    return block.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> ordered(
      String first, Object firstValue, String second, Object secondValue) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(first, firstValue);
    map.put(second, secondValue);
    return map;
  }
}
