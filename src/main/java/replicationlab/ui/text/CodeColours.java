package replicationlab.ui.text;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import replicationlab.deck.CodeKind;

/**
 * Finds what is coloured in code: a style class for each stretch of text. The classes are {@code
 * keyword, string, comment, number, name, prompt, failure, rule}.
 */
final class CodeColours {

  private static final String STRINGS =
      "(?<string>'[^'\\n]*+'|\"[^\"\\n]*+\"|\u2018[^\u2019\\n]*+\u2019|\u2019[^\u2019\\n]*+\u2019"
          + "|\u201C[^\u201D\\n]*+\u201D)";

  private static final String NUMBERS =
      "(?<number>(?<![\\w.])\\d+(?:\\.\\d+)*(?:/\\d+)?(?:kB|MB|GB|TB|ms|s|min|h|d)?(?!\\w))";

  private static final Pattern SQL =
      Pattern.compile(
          "(?<comment>--[^\\n]*)|(?<prompt>(?m:^\\s*\\w*[=-][*!]?[#>](?=\\s)))|"
              + STRINGS
              + "|(?<name>\\\\[a-zA-Z+]+|\\b(?:pg_\\w+)\\b)"
              + "|(?<keyword>(?i:\\b(?:select|from|where|and|or|not|null|insert|into|values|update"
              + "|set|delete|create|table|index|on|alter|system|drop|database|role|user|with|as"
              + "|order|by|group|limit|join|left|right|inner|outer|using|begin|commit|rollback"
              + "|show|explain|analyze|vacuum|checkpoint|grant|revoke|to|if|exists|primary|key"
              + "|references|default|unique|int|integer|bigint|text|boolean|timestamptz|true|false"
              + "|copy|truncate|returning|reset|reload)\\b))|"
              + NUMBERS);

  private static final Pattern SHELL =
      Pattern.compile(
          "(?<comment>(?m:^\\s*#[^\\n]*))|(?<prompt>(?m:^\\s*\\$(?=\\s)))|"
              + STRINGS
              + "|(?<name>(?<![\\w=])[A-Z_][A-Z0-9_]*(?==))"
              + "|(?<keyword>(?<![\\w./-])(?:pg_\\w+|psql|initdb|createdb|dropdb|postgres(?=\\s+-)"
              + "|cp|mv|rm|ls|cd|cat|echo|mkdir|touch|tail|head|grep|ps|kill|sudo|su|export|chmod"
              + "|chown|rsync|scp|ssh|tar|vi)(?![\\w./=-]))"
              + "|(?<rule>(?<!\\S)--?[A-Za-z][\\w-]*)|"
              + NUMBERS);

  private static final Pattern SETTINGS =
      Pattern.compile(
          "(?<comment>#[^\\n]*)|"
              + STRINGS
              + "|(?<name>(?m:^\\s*[a-z_][a-z0-9_.]*(?=\\s*=)))"
              + "|(?<keyword>(?m:^\\s*(?:local|host\\w*)(?=\\s))"
              + "|\\b(?:on|off|true|false|trust|md5|scram-sha-256|peer|reject|replication|all)\\b)|"
              + NUMBERS);

  private static final Pattern OUTPUT =
      Pattern.compile(
          "(?<failure>(?m:^[^\\n]*\\b(?:ERROR|FATAL|PANIC)\\b[^\\n]*))"
              + "|(?<rule>(?m:^[-+|\\s]*---[-+|\\s]*$)|\\|)"
              + "|(?<comment>(?m:^\\s*\\(\\d+ rows?\\)))");

  private static final Pattern NOTHING = Pattern.compile("(?<comment>(?!))");

  private static final List<String> CLASSES =
      List.of("comment", "prompt", "string", "name", "keyword", "number", "failure", "rule");

  private CodeColours() {}

  static StyleSpans<Collection<String>> of(CodeKind kind, String text) {
    return spans(
        switch (kind) {
          case SQL -> SQL;
          case SHELL -> SHELL;
          case SETTINGS -> SETTINGS;
          case TEXT -> NOTHING;
        },
        text);
  }

  static StyleSpans<Collection<String>> ofOutput(String text) {
    return spans(OUTPUT, text);
  }

  /** The same colours, and the marks' classes besides. */
  static StyleSpans<Collection<String>> marked(
      StyleSpans<Collection<String>> colours, List<TextMark> marks) {
    if (marks.isEmpty()) {
      return colours;
    }
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    int end = 0;
    for (TextMark mark : marks) {
      spans.add(List.of(), mark.start() - end);
      spans.add(List.of(mark.styleClass()), mark.end() - mark.start());
      end = mark.end();
    }
    spans.add(List.of(), colours.length() - end);
    return colours.overlay(
        spans.create(), (colour, mark) -> Stream.concat(colour.stream(), mark.stream()).toList());
  }

  private static StyleSpans<Collection<String>> spans(Pattern pattern, String text) {
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    Matcher matcher = pattern.matcher(text);
    List<String> classes = CLASSES.stream().filter(pattern.namedGroups()::containsKey).toList();
    int end = 0;
    while (matcher.find()) {
      spans.add(List.of(), matcher.start() - end);
      String found =
          classes.stream().filter(name -> matcher.group(name) != null).findFirst().orElse("");
      spans.add(List.of(found), matcher.end() - matcher.start());
      end = matcher.end();
    }
    spans.add(List.of(), text.length() - end);
    return spans.create();
  }
}
