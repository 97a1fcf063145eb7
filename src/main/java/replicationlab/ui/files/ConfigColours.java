package replicationlab.ui.files;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import replicationlab.postgres.config.ConfigKind;
import replicationlab.postgres.config.ConfigLexer;
import replicationlab.postgres.config.Token;

/** Colours a settings file: each piece has its kind's name as style class. */
final class ConfigColours {

  private ConfigColours() {}

  /** The styles of a text, for {@code setStyleSpans(0, …)}; the text is not empty. */
  static StyleSpans<Collection<String>> of(ConfigKind kind, String text) {
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    int lineStart = 0;
    int done = 0;
    for (String line : text.split("\n", -1)) {
      for (Token token : ConfigLexer.line(kind, line)) {
        spans.add(List.of(), lineStart + token.start() - done);
        spans.add(
            List.of(token.kind().name().toLowerCase(Locale.ROOT)), token.end() - token.start());
        done = lineStart + token.end();
      }
      lineStart += line.length() + 1;
    }
    spans.add(List.of(), text.length() - done);
    return spans.create();
  }
}
