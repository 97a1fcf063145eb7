package replicationlab.lab;

import java.util.List;

/**
 * One line of a {@code check} block, such as {@code setting primary wal_level replica hot_standby
 * logical}.
 *
 * @param name which check; the package {@code check} knows the names
 */
public record CheckSpec(int line, String name, List<String> arguments) {

  public CheckSpec {
    arguments = List.copyOf(arguments);
  }
}
