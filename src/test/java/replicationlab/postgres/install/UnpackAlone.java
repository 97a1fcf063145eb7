package replicationlab.postgres.install;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import replicationlab.process.CommandRunner;

/** Another program that wants the newest bundled server: arguments are the jars and the cache. */
final class UnpackAlone {

  private UnpackAlone() {}

  public static void main(String[] arguments) {
    PrintStream out = System.err;
    try {
      new Installations(new CommandRunner(), Path.of(arguments[0]), Path.of(arguments[1]), Map.of())
          .choose("18", out::println);
    } catch (UnpackFailedException e) {
      out.println(e.getMessage());
      System.exit(1);
    }
  }
}
