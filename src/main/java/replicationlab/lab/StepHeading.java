package replicationlab.lab;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import replicationlab.deck.Problem;
import replicationlab.deck.Slide;

/** A step's first line: {@code # Title {#id slide=20}}. */
record StepHeading(String title, String id, int slide) {

  private static final Pattern ATTRIBUTES = Pattern.compile("^(.*?)\\s*\\{([^}]*)}\\s*$");

  static StepHeading parse(Slide slide, List<Problem> problems) {
    Matcher matcher = ATTRIBUTES.matcher(slide.title());
    String title = matcher.matches() ? matcher.group(1) : slide.title();
    String id = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    int number = 0;
    if (matcher.matches()) {
      for (String word : matcher.group(2).strip().split("\\s+", -1)) {
        if (word.startsWith("#")) {
          id = word.substring(1);
        } else if (word.matches("slide=\\d{1,4}")) {
          number = Integer.parseInt(word.substring("slide=".length()));
        } else {
          problems.add(
              new Problem(
                  slide.line(),
                  "'" + word + "' is not known here; a step takes #name and slide=NUMBER"));
        }
      }
    }
    return new StepHeading(title, id, number);
  }
}
