package replicationlab.deck;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Makes decks that nobody would write, every W a word of its own. A deck that fails is tried again
 * with fewer lines, and with lines that stand earlier in the list.
 */
final class NastyText implements ArbitrarySupplier<String> {

  private static final Pattern PLACE_OF_A_WORD = Pattern.compile("W");

  private static final List<String> LINES =
      List.of(
          "W",
          "",
          "---",
          "***",
          "*** ",
          " ***",
          "[$<]",
          "[>$]",
          " [>$]",
          "```",
          "```sql on=x",
          "~~~",
          "````",
          "  ```sh",
          "    ```",
          "* ```sh",
          "<!--",
          "-->",
          "<!-- note W -->",
          "text W <!-- W",
          "W -->",
          "# W",
          "###W",
          "#",
          "# W #",
          "## [W](W)",
          "#port = W",
          "#!/bin/W",
          "W W",
          " W",
          "  W",
          "\tW",
          "    W",
          "        W",
          "\t\tW",
          "* W",
          "- W",
          "+ W",
          "1. W",
          "7) W",
          "2012. W",
          "*",
          "-",
          "  * W",
          "\t* W",
          "    - W",
          "        * W",
          " 3. W",
          "* # W",
          "* * W",
          "- [ ] W",
          "- [x] W W",
          "+ [X] W",
          "1. [ ] W",
          "- [ ]",
          "* [x] [W](W)",
          "* > W",
          "> W",
          "> > W",
          ">     W",
          "> * W",
          "W\\",
          "W  ",
          "=====",
          "==",
          "--",
          "-----",
          "----+----",
          " W | W",
          " W | W | W",
          "---+---+---",
          "(3 rows)",
          "(1 row)",
          "|---|:--|",
          "-[ RECORD 1 ]---",
          "W | W |",
          "List of W",
          "                     W",
          "![W](W)",
          "![](W \"W\")",
          "W ![W](W) W",
          "* ![W](W) W",
          "[![W](W)](W)",
          "[W](W)",
          "[W](W \"W\")",
          "[W]: W",
          "[W]: W 'W'",
          "[W][W]",
          "<W>",
          "</W>",
          "<http://W.org/W>",
          "<div W='W'>",
          "`W`",
          "``W` W",
          "**W** *W* __W__",
          "**W*W_W",
          "_W",
          "$ W",
          "\t$ W",
          "\t$ W \\",
          "\t> W",
          "\tpostgres=# W",
          "\tpostgres-# W;",
          "\tW;",
          "ann@host:~$ W",
          "title: W",
          "title: W: W",
          "by: [W, W",
          "- W: {W: W}",
          "\"W",
          "'W'",
          "W: |",
          "a: &W W",
          "# W: W",
          "\u00A0W",
          "\u2028W\u2028W",
          "\fW",
          "W\u0000W",
          "\uD800W",
          "‘W’ – “W”",
          "{{W}}",
          "W]]>",
          "!W",
          "\\W",
          "\\*W\\*",
          "W@W",
          "\\[W\\](W)",
          "[[[[W",
          "![![![W",
          "((((W))))",
          "",
          " ",
          "\t");

  private static final List<String> ENDS = List.of("\n", "\n", "\n", "\r\n", "\r");

  @Override
  public Arbitrary<String> get() {
    Arbitrary<String> line = Arbitraries.of(LINES);
    Arbitrary<String> lines =
        Arbitraries.frequencyOf(
            Tuple.of(7, line), Tuple.of(1, Combinators.combine(line, line).as(String::concat)));
    return Combinators.combine(lines.list().ofMinSize(1).ofMaxSize(39), Arbitraries.of(ENDS))
        .as((deck, end) -> numbered(String.join(end, deck) + end));
  }

  /** Each W of the text becomes a word that stands nowhere else in it. */
  static String numbered(String text) {
    AtomicInteger word = new AtomicInteger();
    return PLACE_OF_A_WORD.matcher(text).replaceAll(found -> "w" + word.incrementAndGet() + "x");
  }
}
