package replicationlab.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import replicationlab.process.Cancellation;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandRunner;

/**
 * Whatever happens during whichever step: the lab says what it found, nothing of the student's is
 * lost, no process is left, and the lab is done to its end.
 *
 * <p>By default it is the worst that happens, on 18. {@code -Dinterruptions=all}, or the names of
 * some {@link Fault}s, for others; {@code -Dinterruptions.postgres=9.6} for another version; {@code
 * -Dinterruptions.steps=initdb,copy} for some steps only.
 */
@Tag("lab")
@Tag("slow")
class InterruptionsTest {

  private static final Path TABLE = Path.of("target", "interruptions.txt");
  private static final String POSTGRES = System.getProperty("interruptions.postgres", "18");

  @TempDir Path temporary;

  @BeforeAll
  static void anewTable() throws IOException {
    Files.deleteIfExists(TABLE);
  }

  static Stream<Fault> faults() {
    List<String> names = words("interruptions", Fault.LAB_KILLED.name());
    return Stream.of(Fault.values())
        .filter(fault -> names.equals(List.of("all")) || names.contains(fault.name()));
  }

  private static List<String> words(String property, String otherwise) {
    String value = System.getProperty(property, otherwise);
    return value.isEmpty() ? List.of() : List.of(value.split(",", -1));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void noStepIsLostToIt(Fault fault) throws IOException {
    List<String> steps = words("interruptions.steps", "");
    if (fault.ofTheDisk) {
      CommandResult result =
          new CommandRunner()
              .run(
                  new CommandRequest(
                      command(fault, steps),
                      Path.of("").toAbsolutePath(),
                      Map.of(),
                      Duration.ofHours(1)),
                  line -> print(line.text()),
                  new Cancellation());
      assertThat(result.succeeded()).as(result.text()).isTrue();
    } else {
      InterruptedLab lab = new InterruptedLab(temporary.resolve("lab"), POSTGRES, steps);
      assertThat(lab.surviveAll(fault, InterruptionsTest::print)).isEmpty();
    }
  }

  /** An ordinary user may mount in a user namespace of his own, as whose root he does it. */
  private List<String> command(Fault fault, List<String> steps) throws IOException {
    boolean root = Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    List<String> command = new ArrayList<>(List.of("unshare", root ? "-m" : "-rm"));
    command.addAll(LabProcess.java(LabOnADiskOfItsOwn.class));
    command.addAll(List.of(temporary.toString(), POSTGRES, fault.name()));
    command.addAll(steps);
    return command;
  }

  private static void print(String row) {
    System.out.println(row);
    try {
      Files.createDirectories(TABLE.getParent());
      Files.writeString(TABLE, row + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
