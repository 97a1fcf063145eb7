package replicationlab.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes blocks of a code chunk: what is typed and what is printed are told apart. */
final class CodeBlocks {

  private static final Set<String> SESSION = Set.of("console", "session", "shell-session");
  private static final Set<String> OUTPUT = Set.of("output", "psql-output");

  private final Chunk.Verbatim chunk;
  private final List<String> texts;
  private final List<Block> blocks = new ArrayList<>();

  private CodeBlocks(Chunk.Verbatim chunk) {
    this.chunk = chunk;
    this.texts = chunk.lines().stream().map(Line::text).toList();
  }

  static List<Block> of(Chunk.Verbatim chunk) {
    CodeBlocks maker = new CodeBlocks(chunk);
    maker.read();
    return maker.blocks;
  }

  private void read() {
    String language = chunk.info().toLowerCase(Locale.ROOT);
    if (OUTPUT.contains(language)) {
      output(0, texts.size());
    } else if (language.isEmpty() || SESSION.contains(language)) {
      // A kind that the author named is believed: only blocks without one are taken apart.
      Session session = Session.of(texts);
      if (session.hasPrompts()) {
        session(session);
      } else {
        tables();
      }
    } else {
      blocks.add(
          new Block.Code(
              chunk.line(),
              CodeKinds.of(chunk.info(), texts),
              chunk.info(),
              String.join("\n", texts)));
    }
  }

  private void session(Session session) {
    for (Session.Part part : session.parts()) {
      switch (part.kind()) {
        case PRINTED -> output(part.begin(), part.end());
        case SHELL -> code(part.begin(), part.end(), CodeKind.SHELL);
        case PSQL -> code(part.begin(), part.end(), CodeKind.SQL);
        case PREFACE ->
            code(
                part.begin(),
                part.end(),
                CodeKinds.of("", texts.subList(part.begin(), part.end())));
      }
    }
  }

  private void tables() {
    int begin = 0;
    int at = 0;
    while (at < texts.size()) {
      int end = PsqlTable.end(texts, at);
      if (end > at) {
        guessed(begin, at);
        output(at, end);
        begin = end;
        at = end;
      } else {
        at++;
      }
    }
    guessed(begin, texts.size());
  }

  private void guessed(int begin, int end) {
    code(begin, end, CodeKinds.of("", texts.subList(begin, end)));
  }

  private void code(int begin, int end, CodeKind kind) {
    int first = firstWritten(begin, end);
    int last = lastWritten(first, end);
    if (last > first) {
      blocks.add(new Block.Code(line(first), kind, chunk.info(), source(first, last)));
    }
  }

  private void output(int begin, int end) {
    int first = firstWritten(begin, end);
    int last = lastWritten(first, end);
    if (last > first) {
      blocks.add(new Block.Output(line(first), source(first, last)));
    }
  }

  private int firstWritten(int begin, int end) {
    int at = begin;
    while (at < end && texts.get(at).isBlank()) {
      at++;
    }
    return at;
  }

  private int lastWritten(int begin, int end) {
    int at = end;
    while (at > begin && texts.get(at - 1).isBlank()) {
      at--;
    }
    return at;
  }

  private String source(int begin, int end) {
    return String.join("\n", texts.subList(begin, end));
  }

  private int line(int index) {
    return index == 0 ? chunk.line() : chunk.lines().get(index).number();
  }
}
