package replicationlab.postgres.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a server would refuse a parameter's value (manual, "Parameter Names and Values"). Where it is
 * not known what a parameter takes, nothing is said.
 *
 * @param sentence cause and remedy, for people
 * @param instead the value that was meant; empty if only the author can tell
 */
record ValueProblem(String sentence, String instead) {

  private static final List<String> SIZES = List.of("B", "kB", "MB", "GB", "TB");
  private static final List<String> TIMES = List.of("us", "ms", "s", "min", "h", "d");

  private static final Pattern QUANTITY =
      Pattern.compile(
          "\\s*([+-]?(?:0[xX][0-9a-fA-F]+|\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|\\.\\d+))\\s*(\\S*)\\s*");
  private static final Pattern RANGE = Pattern.compile("(\\S+) to (\\S+)");

  /** What an enum takes without listing it: older names, and other words for on and off. */
  private static final Set<String> UNLISTED =
      Set.of(
          "true",
          "false",
          "yes",
          "no",
          "on",
          "off",
          "1",
          "0",
          "archive",
          "hot_standby",
          "debug",
          "info",
          "fatal",
          "panic");

  static Optional<ValueProblem> of(Parameter parameter, String value, int major) {
    return switch (parameter.type()) {
      case "bool" ->
          ParameterValue.isTruth(value)
              ? Optional.empty()
              : says(parameter.name() + " is either on or off, and not " + named(value) + ".");
      case "enum" -> ofChoice(parameter, value);
      case "integer", "real" -> ofNumber(parameter, value, major);
      default -> Optional.empty();
    };
  }

  private static Optional<ValueProblem> says(String sentence) {
    return Optional.of(new ValueProblem(sentence, ""));
  }

  private static String named(String value) {
    return value.isBlank() ? "empty" : value;
  }

  private static Optional<ValueProblem> ofChoice(Parameter parameter, String value) {
    String word = value.toLowerCase(Locale.ROOT);
    boolean taken =
        parameter.choices().isEmpty()
            || UNLISTED.contains(word)
            || parameter.choices().stream().anyMatch(word::equalsIgnoreCase);
    return taken
        ? Optional.empty()
        : says(
            "%s takes one of these words, and not %s: %s."
                .formatted(parameter.name(), named(value), parameter.allowed()));
  }

  private static Optional<ValueProblem> ofNumber(Parameter parameter, String value, int major) {
    Matcher quantity = QUANTITY.matcher(value);
    if (!quantity.matches()) {
      return says("%s takes a number, and not %s.".formatted(parameter.name(), named(value)));
    }
    String unit = quantity.group(2);
    return unit.isEmpty()
        ? outside(parameter, value)
        : ofUnit(parameter, quantity.group(1), unit, major).or(() -> outside(parameter, value));
  }

  private static Optional<ValueProblem> ofUnit(
      Parameter parameter, String number, String unit, int major) {
    List<String> units = units(parameter, major);
    if (units.contains(unit)) {
      return Optional.empty();
    }
    if (units.isEmpty()) {
      return Optional.of(
          new ValueProblem(
              "%s takes a number without a unit: leave %s away.".formatted(parameter.name(), unit),
              number));
    }
    String known = String.join(", ", units);
    return Optional.of(
        units.stream()
            .filter(unit::equalsIgnoreCase)
            .findFirst()
            .map(right ->
                new ValueProblem(
                    "Capital letters count in a unit: it is %s, and not %s.".formatted(right, unit),
                    number + right))
            .orElseGet(() ->
                new ValueProblem(
                    "%s is no unit that %s takes; write one of %s."
                        .formatted(unit, parameter.name(), known),
                    "")));
  }

  /** Those that a parameter takes; of one whose own unit nobody tells, all that there are. */
  private static List<String> units(Parameter parameter, int major) {
    List<String> units = new ArrayList<>();
    boolean told = !parameter.now().isEmpty() || !parameter.unit().isEmpty();
    boolean isSize = parameter.unit().endsWith("B");
    if (!told || isSize) {
      units.addAll(major < 11 ? SIZES.subList(1, SIZES.size()) : SIZES);
    }
    if (!told || (!parameter.unit().isEmpty() && !isSize)) {
      units.addAll(major < 12 ? TIMES.subList(1, TIMES.size()) : TIMES);
    }
    return units;
  }

  private static Optional<ValueProblem> outside(Parameter parameter, String value) {
    Matcher range = RANGE.matcher(parameter.range());
    boolean bare = Character.isDigit(value.strip().charAt(value.strip().length() - 1));
    // 0600 is octal, and what a unit means is told only together with the parameter's own.
    if (!range.matches()
        || value.strip().matches("0[0-9xX].*")
        || (!bare && parameter.unit().isEmpty())) {
      return Optional.empty();
    }
    return ParameterValue.quantity(parameter, value)
        .map(BigDecimal::new)
        .filter(number ->
            number.compareTo(new BigDecimal(range.group(1))) < 0
                || number.compareTo(new BigDecimal(range.group(2))) > 0)
        .map(number ->
            new ValueProblem(
                "%s may be %s, and not %s."
                    .formatted(parameter.name(), parameter.allowed(), value.strip()),
                ""));
  }
}
