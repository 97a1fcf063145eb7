package replicationlab.postgres.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares values of a parameter as the server would: 1GB is 1024MB, and on is true (manual,
 * "Parameter Names and Values").
 */
public final class ParameterValue {

  private static final Pattern QUANTITY =
      Pattern.compile(
          "\\s*([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*([A-Za-z]*)\\s*");
  private static final Pattern BASE_UNIT = Pattern.compile("(\\d*)([A-Za-z]+)");

  private static final Map<String, Long> BYTES =
      Map.of("B", 1L, "kB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30, "TB", 1L << 40);
  private static final Map<String, Long> MICROSECONDS =
      Map.of(
          "us",
          1L,
          "ms",
          1_000L,
          "s",
          1_000_000L,
          "min",
          60_000_000L,
          "h",
          3_600_000_000L,
          "d",
          86_400_000_000L);

  private ParameterValue() {}

  /** Whether two texts mean the same value. */
  static boolean same(Parameter parameter, String one, String other) {
    return one.equals(other) || canonical(parameter, one).equals(canonical(parameter, other));
  }

  /** Whether a text means that a parameter of type bool is on. */
  public static boolean isOn(String value) {
    return truth(value).equals("on");
  }

  /** Whether a text is one that a parameter of type bool takes. */
  static boolean isTruth(String value) {
    return List.of("on", "off").contains(truth(value));
  }

  private static String canonical(Parameter parameter, String value) {
    return switch (parameter.type()) {
      case "bool" -> truth(value);
      case "enum" -> choice(parameter.name(), value);
      case "integer", "real" -> quantity(parameter, value).orElse(value);
      default -> value;
    };
  }

  /** Any beginning that is not ambiguous will do, in any case. */
  private static String truth(String value) {
    String word = value.strip().toLowerCase(Locale.ROOT);
    if (word.isEmpty()) {
      return word;
    }
    if (word.equals("1")
        || word.equals("on")
        || "true".startsWith(word)
        || "yes".startsWith(word)) {
      return "on";
    }
    boolean off = word.equals("0") || (word.startsWith("of") && "off".startsWith(word));
    return off || "false".startsWith(word) || "no".startsWith(word) ? "off" : word;
  }

  private static String choice(String name, String value) {
    String word = value.strip().toLowerCase(Locale.ROOT);
    // What older versions called them still counts (release notes of 9.6).
    boolean older = name.equals("wal_level") && List.of("archive", "hot_standby").contains(word);
    if (older) {
      return "replica";
    }
    return switch (word) {
      case "true", "yes", "1" -> "on";
      case "false", "no", "0" -> "off";
      default -> word;
    };
  }

  /**
   * A whole number of units as SHOW tells it, in the greatest unit of which it is a whole number:
   * 16384 of 8kB are 128MB. Others, such as -1, which means something else, stay as they are.
   */
  static String withUnit(String value, String unit) {
    Matcher base = BASE_UNIT.matcher(unit);
    if (!base.matches() || !value.matches("\\d{1,10}(\\.\\d+)?") || isZero(value)) {
      return value;
    }
    if (value.contains(".")) {
      return value + unit;
    }
    Map<String, Long> scale = BYTES.containsKey(base.group(2)) ? BYTES : MICROSECONDS;
    Long one = scale.get(base.group(2));
    if (one == null) {
      return value;
    }
    long times = base.group(1).isEmpty() ? 1 : Long.parseLong(base.group(1));
    long amount = Long.parseLong(value) * times * one;
    return scale.entrySet().stream()
        .filter(each -> amount % each.getValue() == 0)
        .max(Map.Entry.comparingByValue())
        .map(each -> amount / each.getValue() + each.getKey())
        .orElse(value);
  }

  private static boolean isZero(String value) {
    return new BigDecimal(value).signum() == 0;
  }

  /** In the parameter's own unit, rounded as an integer is. */
  static Optional<String> quantity(Parameter parameter, String value) {
    Matcher matcher = QUANTITY.matcher(value);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    String unit = matcher.group(2);
    Matcher base = BASE_UNIT.matcher(parameter.unit());
    if (!unit.isEmpty() && base.matches()) {
      Map<String, Long> scale = BYTES.containsKey(base.group(2)) ? BYTES : MICROSECONDS;
      Long from = scale.get(unit);
      Long to = scale.get(base.group(2));
      if (from == null || to == null) {
        return Optional.empty();
      }
      long times = base.group(1).isEmpty() ? 1 : Long.parseLong(base.group(1));
      number =
          number
              .multiply(BigDecimal.valueOf(from))
              .divide(BigDecimal.valueOf(to * times), 6, RoundingMode.HALF_EVEN);
    }
    if (parameter.type().equals("integer")) {
      number = number.setScale(0, RoundingMode.HALF_EVEN);
    }
    return Optional.of(number.stripTrailingZeros().toPlainString());
  }
}
