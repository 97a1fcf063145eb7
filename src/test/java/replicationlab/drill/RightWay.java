package replicationlab.drill;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A way to a working pair that is not the course's.
 *
 * @param from the first major on which it is one; 9 is 9.6
 * @param until the last
 */
record RightWay(String name, int from, int until, Consumer<Pair> take) {

  static final int LAST = 99;

  static RightWay any(String name, Consumer<Pair> take) {
    return from(9, name, take);
  }

  static RightWay from(int major, String name, Consumer<Pair> take) {
    return new RightWay(name, major, LAST, take);
  }

  static RightWay upTo(int major, String name, Consumer<Pair> take) {
    return new RightWay(name, 9, major, take);
  }

  static List<RightWay> on(int major) {
    return Stream.of(
            RightCopies.all(),
            RightFiles.all(),
            RightConnections.all(),
            RightRules.all(),
            RightWal.all(),
            RightLives.all())
        .flatMap(List::stream)
        .filter(way -> way.from <= major && major <= way.until)
        .toList();
  }
}
