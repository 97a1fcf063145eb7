package replicationlab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import replicationlab.postgres.cluster.PortOwner;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.postgres.install.Installations;
import replicationlab.postgres.install.Unprivileged;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandRunner;
import replicationlab.run.TestLab;

/** Each probe on machines that are well, that are not, and that do not tell. */
class MachineCheckTest {

  private static final CommandRunner RUNNER = new CommandRunner();

  @TempDir Path folder;

  private LabPlan plan() {
    return new LabPlan(folder.resolve("to/be/made"), "18", TestLab.freePorts());
  }

  private static void assertAdvises(Diagnosis diagnosis, Grade grade) {
    assertThat(diagnosis.grade()).as("%s", diagnosis).isEqualTo(grade);
    assertThat(diagnosis.measured()).isNotBlank();
    assertThat(diagnosis.remedy().isBlank()).isEqualTo(grade == Grade.OK);
  }

  @Test
  void thisMachineIsLookedAtForReal() {
    List<Diagnosis> told = new ArrayList<>();
    MachineCheck check =
        MachineCheck.of(
            plan(), TestLab.installations(), RUNNER, new Unprivileged(RUNNER), System.getenv());

    List<Diagnosis> all = check.run(told::add);

    assertThat(told).isEqualTo(all).hasSize(check.size());
    assertThat(all).extracting(Diagnosis::name).doesNotHaveDuplicates();
    assertThat(all)
        .filteredOn(it -> List.of("Java", "PostgreSQL's programs", "Ports").contains(it.name()))
        .hasSize(3)
        .allSatisfy(it -> assertAdvises(it, Grade.OK));
    assertThat(all)
        .allSatisfy(it -> assertThat(it.remedy().isBlank()).isEqualTo(it.grade() == Grade.OK));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatCannotBeFoundOutIsNeitherGoodNorBad() {
    Probe broken =
        new Probe() {
          @Override
          public String name() {
            return "Broken";
          }

          @Override
          public Diagnosis look() throws IOException {
            throw new IOException("no such device");
          }
        };
    assertThat(new MachineCheck(List.of(broken)).run(it -> {}))
        .singleElement()
        .satisfies(it -> {
          assertAdvises(it, Grade.UNKNOWN);
          assertThat(it.measured()).isEqualTo("no such device");
        });
  }

  @ParameterizedTest
  @CsvSource({"299, PROBLEM", "400, WARNING", "9000, OK"})
  void theDiskNeedsRoom(long megabytes, Grade grade) throws IOException {
    Diagnosis found = new DiskProbe(plan(), at -> megabytes * 1_000_000).look();
    assertAdvises(found, grade);
    assertThat(found.measured()).contains(megabytes + " MB free at " + folder);
  }

  @ParameterizedTest
  @CsvSource({"100000, PROBLEM", "400000, WARNING", "8000000, OK"})
  void memoryIsReadFromTheKernel(long kilobytes, Grade grade) throws IOException {
    Path table = folder.resolve("meminfo");
    Files.writeString(table, "MemTotal: 9 kB\nMemAvailable:   " + kilobytes + " kB\n");
    assertAdvises(new MemoryProbe(table).look(), grade);
    assertAdvises(new MemoryProbe(folder.resolve("none")).look(), Grade.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"1, OK", "30, WARNING", "400, PROBLEM"})
  void aSlowFsyncIsMeasuredByItsMedian(long milliseconds, Grade grade) throws IOException {
    int[] calls = {0};
    // Every tenth takes long anywhere: the median does not mind.
    Diagnosis found =
        SyncProbe.judge(() -> calls[0]++ % 10 == 9 ? 900_000_000L : milliseconds * 1_000_000);
    assertAdvises(found, grade);
    assertThat(found.measured()).startsWith("median " + milliseconds + ".0 ms, worst ");
  }

  @Test
  void fsyncIsReallyCalledAndItsFileRemoved() throws IOException {
    assertThat(new SyncProbe(folder).look().measured()).matches("median .* ms, .*of \\d+ writes");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aNetworkDiskIsAWarning() throws IOException {
    assertAdvises(new FileSystemProbe(folder, "nfs4").look(), Grade.WARNING);
    assertAdvises(new FileSystemProbe(folder, "ext4").look(), Grade.OK);
    assertAdvises(new FileSystemProbe(folder, "").look(), Grade.UNKNOWN);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aLongWorkspaceHasNoUnixSockets() {
    assertAdvises(new SocketPathProbe(Path.of("/home/ada/replication-lab")).look(), Grade.OK);
    // 107 bytes: the folder, "/sockets" and "/.s.PGSQL.65535".
    assertAdvises(new SocketPathProbe(Path.of("/" + "x".repeat(83))).look(), Grade.OK);
    assertAdvises(new SocketPathProbe(Path.of("/" + "x".repeat(84))).look(), Grade.WARNING);
    assertAdvises(new SocketPathProbe(Path.of("/" + "ä".repeat(50))).look(), Grade.WARNING);
  }

  @Test
  void aTakenPortIsNamedWithItsHolder() throws IOException {
    try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = holder.getLocalPort();
      LabPlan taken = new LabPlan(folder, "18", new PortPair(port, port == 1 ? 2 : port - 1));
      Diagnosis found = new PortsProbe(taken).look();
      assertAdvises(found, Grade.PROBLEM);
      assertThat(found.measured()).contains(port + " is held by ");
      assertThat(found.remedy()).contains("--ports ");
    }
    PortsProbe free = new PortsProbe(plan(), port -> Optional.empty());
    assertAdvises(free.look(), Grade.OK);
    PortsProbe unknown = new PortsProbe(plan(), port -> Optional.of(new PortOwner(port, 0, "")));
    assertThat(unknown.look().measured()).contains("the system does not tell which");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aLocaleThatIsNotInstalledIsAWarning() {
    assertAdvises(new LocaleProbe(Map.of(), RUNNER).look(), Grade.OK);
    assertAdvises(new LocaleProbe(Map.of("LANG", "C"), RUNNER).look(), Grade.OK);
    Diagnosis found = new LocaleProbe(Map.of("LC_ALL", "tlh_KX.UTF-8"), RUNNER).look();
    assertAdvises(found, Grade.WARNING);
    assertThat(found.measured()).isEqualTo("LC_ALL=tlh_KX.UTF-8 is not installed");
  }

  @Test
  void aClockOfAnotherAgeIsAWarning() throws IOException {
    Clock epoch = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    assertAdvises(new ClockProbe(folder, epoch).look(), Grade.WARNING);
    Clock ahead = Clock.fixed(Instant.now().plusSeconds(600), ZoneOffset.UTC);
    Diagnosis found = new ClockProbe(folder, ahead).look();
    assertAdvises(found, Grade.WARNING);
    assertThat(found.measured()).contains("the disk's clock is ");
  }

  @Test
  void sharedMemoryHasLimits() throws IOException {
    Path kernel = Files.createDirectories(folder.resolve("proc/sys/kernel"));
    Files.writeString(kernel.resolve("shmmni"), "4096\n");
    Files.writeString(kernel.resolve("shmmax"), "18446744073692774399\n");
    assertAdvises(new SharedMemoryProbe(folder).look(), Grade.PROBLEM);
    Files.createDirectories(folder.resolve("dev/shm"));
    assertThat(new SharedMemoryProbe(folder).look().measured()).contains("4096 System V segments");
    Files.writeString(kernel.resolve("shmmni"), "2\n");
    assertThat(new SharedMemoryProbe(folder).look().remedy()).contains("kernel.shmmni");
    assertAdvises(new SharedMemoryProbe(folder.resolve("none")).look(), Grade.UNKNOWN);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theKernelsOwnNumbersAreReadWhole() throws IOException {
    String limit = "/proc/sys/kernel/shmmni";
    String told = RUNNER.run(CommandRequest.of(folder, List.of("cat", limit))).text().strip();
    assertThat(SharedMemoryProbe.number(Path.of(limit))).isEqualTo(Long.parseLong(told));
  }

  @Test
  void withoutADisplayThereIsTheTerminal() {
    Diagnosis found = new DisplayProbe(Map.of(), RUNNER, "Linux").look();
    assertAdvises(found, Grade.WARNING);
    assertThat(found.remedy()).contains("lab run lab-exercise-1");
    assertAdvises(new DisplayProbe(Map.of(), RUNNER, "Mac OS X").look(), Grade.OK);
  }

  @Test
  void anOldJavaIsAProblem() {
    assertAdvises(new JavaProbe(Runtime.Version.parse("21.0.2")).look(), Grade.PROBLEM);
    assertAdvises(new JavaProbe(Runtime.version()).look(), Grade.OK);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void programsThatDoNotRunAreAProblem() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String name : List.of("initdb", "pg_ctl", "postgres")) {
      String script =
          name.equals("initdb")
              ? "#!/bin/sh\necho 'error while loading shared libraries: libicu' >&2\nexit 127\n"
              : "#!/bin/sh\necho '" + name + " (PostgreSQL) 17.2'\n";
      Path file = Files.writeString(bin.resolve(name), script);
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    Installations none =
        new Installations(RUNNER, folder.resolve("x"), folder.resolve("cache"), Map.of());
    LabPlan named = new LabPlan(folder, bin.toString(), PortPair.OF_THE_COURSE);
    Diagnosis found = new ProgramsProbe(named, none, RUNNER, new Unprivileged(RUNNER)).look();
    assertAdvises(found, Grade.PROBLEM);
    assertThat(found.measured())
        .isEqualTo("initdb does not run: error while loading shared libraries: libicu");
    LabPlan unknown = new LabPlan(folder, "8.1", PortPair.OF_THE_COURSE);
    assertThat(new ProgramsProbe(unknown, none, RUNNER, new Unprivileged(RUNNER)).look().remedy())
        .contains("There is no PostgreSQL 8.1 here");
  }
}
