package replicationlab;

import java.io.File;

/**
 * What {@code java -jar} starts. All other classes can be read by a Java that is new enough only;
 * this one is compiled for Java 8, so that an older Java gets as far as saying what is wrong.
 */
public final class Start {

  private static final int NEEDED = 25;

  /** As the command line's for a call that cannot be carried out. */
  private static final int CANNOT = 2;

  private Start() {}

  /** Starts the program, or says in one sentence why not. */
  public static void main(String[] args) {
    int version = version(System.getProperty("java.specification.version"));
    if (version < NEEDED) {
      // After -jar it is the jar, and nothing else.
      File jar = new File(System.getProperty("java.class.path")).getAbsoluteFile();
      System.err.println(
          refusal(version, System.getProperty("java.home"), launcher(jar.getParentFile())));
      System.exit(CANNOT);
    }
    Main.main(args);
  }

  /**
   * The number by which people call a Java: 8 for "1.8", 26 for "26-ea".
   *
   * @return high enough if it cannot be told, as Java then says best itself what is wrong
   */
  static int version(String specification) {
    String number = specification.startsWith("1.") ? specification.substring(2) : specification;
    int end = 0;
    while (end < number.length() && Character.isDigit(number.charAt(end))) {
      end++;
    }
    return end == 0 ? NEEDED : Integer.parseInt(number.substring(0, end));
  }

  /** What there is to say to an older Java; the launcher's place is empty where there is none. */
  static String refusal(int version, String home, String launcher) {
    return "Replication Lab needs Java "
        + NEEDED
        + " or newer, and this is Java "
        + version
        + " (in "
        + home
        + "); start it with "
        + (launcher.isEmpty() ? "" : launcher + ", which looks for a newer one, or with ")
        + "the java of a newer one, which may have to be installed first.";
  }

  /** The shell's launcher, which is of no use on Windows. */
  private static String launcher(File folder) {
    File launcher = new File(folder, "replication-lab");
    return File.separatorChar == '/' && launcher.canExecute() ? launcher.getPath() : "";
  }
}
