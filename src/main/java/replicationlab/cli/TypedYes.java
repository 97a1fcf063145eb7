package replicationlab.cli;

import java.io.Console;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A yes that a person types. Silence is never one. */
final class TypedYes {

  private TypedYes() {}

  /**
   * Asks.
   *
   * @param purpose what the yes is for: "to agree"
   * @return whether it was a yes; empty where there is no terminal, and so nobody to be asked
   */
  @SuppressWarnings("SystemConsoleNull") // it was never so in 22 to 24, and is so again since 25
  static Optional<Boolean> asked(String purpose) {
    @Nullable Console console = System.console();
    if (console == null || !console.isTerminal()) {
      return Optional.empty();
    }
    String answer = console.readLine("Type yes %s: ", purpose);
    return Optional.of(answer != null && answer.strip().equalsIgnoreCase("yes"));
  }
}
