package replicationlab.cli;

/** Does something before the program ends by Ctrl+C or a signal. */
final class OnInterrupt {

  private OnInterrupt() {}

  /** Does {@code work}; if the program is told to end meanwhile, does {@code rescue} first. */
  static void run(Runnable work, Runnable rescue) {
    Thread hook = new Thread(rescue, "interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
    work.run();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending already, and the rescue has begun.
      System.getLogger(OnInterrupt.class.getName()).log(System.Logger.Level.DEBUG, "ending", e);
    }
  }
}
