package replicationlab.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.check.Verdict;
import replicationlab.postgres.replication.ReplicationMonitor;
import replicationlab.run.LabEvent;
import replicationlab.run.StepState;
import replicationlab.run.StepState.Status;
import replicationlab.run.TestLab;
import replicationlab.run.WorkspaceChanges;

/** The lab done by typing, with nobody pressing a button. */
@Tag("lab")
class LabTerminalTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;
  private final List<LabEvent> events = new CopyOnWriteArrayList<>();

  @Test
  void stepsThatAreTypedPassByThemselvesWithTheirEvidence() throws Exception {
    try (TestLab lab = TestLab.untouched(folder.resolve("lab"), "18");
        ReplicationMonitor monitor = new ReplicationMonitor(lab.bench.clusters());
        WorkspaceChanges changes =
            new WorkspaceChanges(lab.bench.workspace(), () -> lab.run.notice().join());
        TypedAtTerminal terminal = new TypedAtTerminal(LabTerminal.open(lab.bench))) {
      lab.run.subscribe(events::add);
      monitor.subscribe(changes::accept);
      monitor.start();
      lab.run.notice().join();

      terminal.run("initdb -D data -U postgres -A trust -E UTF8");
      changes.tell(); // as the view does at every prompt
      passes(lab, "initdb");

      // With an editor that knows nothing of the lab.
      int port = lab.primary().port();
      append(
          lab.primary().data().resolve("postgresql.conf"),
          "listen_addresses = '127.0.0.1'\nport = %d\nunix_socket_directories = ''\nwal_keep_size = 800MB\n"
              .formatted(port));
      passes(lab, "loopback");
      passes(lab, "wal");
      lab.run.notice().join();
      assertThat(state(lab, "hba").status())
          .as("initdb wrote such a line, and nobody has done anything about it")
          .isEqualTo(Status.READY);
      append(
          lab.primary().data().resolve("pg_hba.conf"), "host replication all 127.0.0.1/32 trust\n");
      passes(lab, "hba");

      terminal.run("pg_ctl -l logs/primary.log start");
      passes(lab, "start-primary");

      // By a program that is in no terminal of ours.
      lab.sql(lab.primary(), "CREATE TABLE firsttest(x int)");
      passes(lab, "first-table");
      assertThat(terminal.run("psql -c '\\d' postgres")).contains("firsttest");

      assertThat(lab.run.states())
          .filteredOn(state -> state.status() == Status.PASSED)
          .allSatisfy(state -> assertThat(state.evidence()).isNotEmpty());
      assertThat(lab.run.states()).noneMatch(state -> state.status() == Status.FAILED);
      assertThat(events).noneMatch(event -> event instanceof LabEvent.ActionStarted);
    }
  }

  @Test
  void whatHoldsAlreadyWhenItsTurnComesIsLeftToThePerson() {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "hba")) {
      // initdb has written such lines, and no person has done anything yet.
      lab.run.notice().join();
      lab.run.notice().join();
      assertThat(state(lab, "hba").status()).isEqualTo(Status.READY);
      assertThat(lab.run.check(lab.step("hba")).join().status()).isEqualTo(Status.PASSED);
    }
  }

  @Test
  void aStepThatFailedShowsWhatIsWrongNow() throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "wal")) {
      Path file = lab.primary().data().resolve("postgresql.conf");
      append(file, "wal_level = minimal\nmax_wal_senders = 0\n");
      assertThat(lab.run.check(lab.step("wal")).join().status()).isEqualTo(Status.FAILED);
      append(file, "wal_level = replica\n");
      lab.run.notice().join();
      assertThat(state(lab, "wal").status()).isEqualTo(Status.FAILED);
      assertThat(state(lab, "wal").evidence().getFirst().verdict()).isEqualTo(Verdict.PASSED);
      append(file, "max_wal_senders = 5\nwal_keep_size = 800MB\n");
      lab.run.notice().join();
      assertThat(state(lab, "wal").status()).isEqualTo(Status.PASSED);
    }
  }

  @Test
  void nothingIsLeftWhenItClosesButAServerThatWasStarted() throws Exception {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "start-primary")) {
      List<ProcessHandle> children;
      try (TypedAtTerminal terminal = new TypedAtTerminal(LabTerminal.open(lab.bench))) {
        terminal.run("pg_ctl -l logs/primary.log start");
        terminal.run("(trap '' HUP TERM; sleep 1000) &");
        terminal.type("less /etc/passwd\r");
        terminal.sees("root:");
        children = new ArrayList<>(ProcessHandle.current().descendants().toList());
        assertThat(children).anyMatch(child -> command(child).endsWith("less"));
      }
      children.removeIf(child -> command(child).contains("postgres"));
      await().atMost(PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
      assertThat(lab.bench.running()).hasSize(1);
    }
  }

  private static String command(ProcessHandle process) {
    return process.info().command().orElse("");
  }

  private static StepState state(TestLab lab, String step) {
    return lab.run.states().stream()
        .filter(state -> state.step().id().equals(step))
        .findFirst()
        .orElseThrow();
  }

  private void passes(TestLab lab, String step) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(state(lab, step).status())
                .as("%s: %s", step, state(lab, step))
                .isEqualTo(Status.PASSED));
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }
}
