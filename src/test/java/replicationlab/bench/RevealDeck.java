package replicationlab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import replicationlab.course.Courses;
import replicationlab.course.ProgramFiles;

/**
 * The course as a page of reveal.js that changes its own slides and tells how long each took. It
 * has the same texts, and none of the diagrams: a browser has nothing that would draw them.
 */
final class RevealDeck {

  private static final int CHANGES = 270;

  private static final String PAGE =
      """
      <!doctype html><html><head><meta charset="utf-8">
      <link rel="stylesheet" href="@reveal@/dist/reset.css">
      <link rel="stylesheet" href="@reveal@/dist/reveal.css">
      <link rel="stylesheet" href="@reveal@/dist/theme/white.css">
      </head><body><div class="reveal"><div class="slides">
      @slides@
      </div></div>
      <script src="@reveal@/dist/reveal.js"></script>
      <script>
      const say = (name, value) => console.log('= ' + name + ' ' + value);
      const drawn = then => requestAnimationFrame(() => requestAnimationFrame(then));
      Reveal.initialize({width: 1600, height: 900, transition: 'none'}).then(() => drawn(() => {
        say('first', 0);
        const count = Reveal.getTotalSlides();
        let at = 0, step = 1, left = @changes@ + 27;
        const change = () => {
          if (left-- == 0) { say('done', 0); return; }
          if (at + step < 0 || at + step >= count) step = -step;
          at += step;
          const start = performance.now();
          Reveal.slide(at);
          document.body.offsetHeight;
          if (left < @changes@) say('change', performance.now() - start);
          requestAnimationFrame(change);
        };
        change();
      }));
      </script></body></html>
      """;

  private RevealDeck() {}

  /**
   * Writes a page of so many slides into a folder, the course's again and again.
   *
   * @param reveal the folder of reveal.js, with {@code dist} in it
   */
  static Path write(Path folder, Path reveal, int slides) throws IOException {
    Parser parser = Parser.builder().build();
    HtmlRenderer html = HtmlRenderer.builder().build();
    String deck = Files.readString(Courses.deck(ProgramFiles.find(), Courses.FIRST));
    List<String> sections =
        Stream.of(deck.split("\\R\\*\\*\\*\\R"))
            .map(text -> "<section>" + html.render(parser.parse(text)) + "</section>")
            .toList();
    String all =
        Collections.nCopies(slides / sections.size() + 1, sections).stream()
            .flatMap(List::stream)
            .limit(slides)
            .collect(Collectors.joining("\n"));
    Path page = folder.resolve("reveal-" + slides + ".html");
    return Files.writeString(
        page,
        PAGE.replace("@reveal@", reveal.toUri().toString())
            .replace("@changes@", Integer.toString(CHANGES))
            .replace("@slides@", all));
  }
}
