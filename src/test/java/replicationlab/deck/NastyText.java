package replicationlab.deck;

import java.util.List;
import java.util.random.RandomGenerator;

/** Makes decks that nobody would write; the same seed makes the same deck. */
final class NastyText {

  private static final List<String> LINES =
      List.of(
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
          "W",
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
          "",
          " ",
          "\t");

  private static final List<String> ENDS = List.of("\n", "\n", "\n", "\r\n", "\r");

  private final RandomGenerator random;
  private int word;

  NastyText(RandomGenerator random) {
    this.random = random;
  }

  String deck() {
    StringBuilder deck = new StringBuilder();
    String end = ENDS.get(random.nextInt(ENDS.size()));
    int lines = random.nextInt(1, 40);
    for (int line = 0; line < lines; line++) {
      deck.append(line()).append(end);
    }
    return deck.toString();
  }

  private String line() {
    String line = LINES.get(random.nextInt(LINES.size()));
    if (random.nextInt(8) == 0) {
      line = line + LINES.get(random.nextInt(LINES.size()));
    }
    while (line.indexOf('W') >= 0) {
      line = line.replaceFirst("W", "w" + ++word + "x");
    }
    return line;
  }
}
