package replicationlab.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Interrupts a lab on a small disk that nobody else sees, so that it can be filled or made
 * read-only; to be started in a mount namespace of its own, which takes the disk with it.
 */
final class LabOnADiskOfItsOwn {

  private LabOnADiskOfItsOwn() {}

  /** Arguments: an empty folder, PostgreSQL, the fault, steps. Exits with 1 if one was lost. */
  public static void main(String[] arguments) throws IOException {
    Path disk = Path.of(arguments[0]);
    Strike.mount("-t", "tmpfs", "-o", "size=1500m,mode=0755", "none", disk.toString());
    Path folder = Files.createDirectory(disk.resolve("lab"));
    List<String> steps = List.of(arguments).subList(3, arguments.length);
    List<String> lost =
        new InterruptedLab(folder, arguments[1], steps)
            .surviveAll(Fault.valueOf(arguments[2]), System.out::println);
    System.exit(lost.isEmpty() ? 0 : 1);
  }
}
