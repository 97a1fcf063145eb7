package replicationlab.check;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The first of several suspicions that the state confirms. */
final class Diagnosis {

  private Diagnosis() {}

  @SafeVarargs
  @SuppressWarnings("varargs")
  static Optional<Explanation> first(Supplier<Optional<Explanation>>... suspicions) {
    return Stream.of(suspicions).flatMap(suspicion -> suspicion.get().stream()).findFirst();
  }

  static Optional<Explanation> when(boolean holds, Supplier<Explanation> explanation) {
    return holds ? Optional.of(explanation.get()) : Optional.empty();
  }
}
