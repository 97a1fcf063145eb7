package replicationlab.bench;

import java.util.List;

/** Values of one measurement, at least one. */
record Samples(List<Double> values) {

  Samples {
    values = values.stream().sorted().toList();
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
  }

  double min() {
    return values.getFirst();
  }

  double max() {
    return values.getLast();
  }

  double median() {
    int middle = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(middle)
        : (values.get(middle - 1) + values.get(middle)) / 2;
  }

  /** The smallest value that 99 of 100 do not exceed. */
  double p99() {
    return values.get((int) Math.ceil(values.size() * 0.99) - 1);
  }
}
