package replicationlab.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.process.CommandResult.Ending;
import replicationlab.process.OutputLine.Stream;

class CommandRunnerTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final CommandRunner runner = new CommandRunner();

  @Test
  void tellsWhatTheProgramWroteAndHowItExited() throws IOException {
    List<OutputLine> live = new CopyOnWriteArrayList<>();

    CommandResult result =
        runner.run(script("echo out; echo err >&2; exit 3"), live::add, new Cancellation());

    assertThat(result.ending()).isEqualTo(Ending.EXITED);
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.succeeded()).isFalse();
    assertThat(result.lines())
        .containsExactlyInAnyOrder(
            new OutputLine(Stream.OUT, "out"), new OutputLine(Stream.ERR, "err"))
        .isEqualTo(live);
  }

  @Test
  void handsArgumentsOnAsTheyAre() throws IOException {
    Path program = program("for a in \"$@\"; do printf '<%s>\\n' \"$a\"; done");
    List<String> odd = List.of("it's", "a \"b\" c", "", "$HOME", "${x}", "*", "a\\b", "\\d", "'x'");

    CommandResult result = runner.run(CommandRequest.of(folder, command(program, odd)));

    assertThat(result.lines()).extracting(OutputLine::text).containsExactlyElementsOf(bracket(odd));
  }

  @Test
  void runsInTheFolderAndWithTheEnvironmentOfTheRequest() throws IOException {
    Path program = program("pwd -P; echo \"$PGUSER\"; test -n \"$PATH\" && echo inherited");
    CommandRequest request =
        new CommandRequest(command(program, List.of()), folder, Map.of("PGUSER", "postgres"), LONG);

    assertThat(runner.run(request).text()).isEqualTo(folder.toRealPath() + "\npostgres\ninherited");
  }

  @Test
  void findsABareNameInThePathOfTheRequest() throws IOException {
    Path program = program("echo mine");
    Path renamed = Files.move(program, folder.resolve("pg_ctl"));
    CommandRequest request =
        new CommandRequest(
            List.of("pg_ctl"),
            folder,
            Map.of("PATH", renamed.getParent() + ":/usr/bin:/bin"),
            LONG);

    assertThat(runner.run(request).text()).isEqualTo("mine");
  }

  @Test
  void givesTheProgramAnEmptyInput() throws IOException {
    assertThat(runner.run(script("cat; echo done")).text()).isEqualTo("done");
  }

  @Test
  void returnsWhenTheProgramExitsAlthoughAServerItStartedHoldsTheOutput() throws IOException {
    CommandRequest start = script("sleep 60 & echo $!; exit 0");

    CommandResult result = runner.run(start);

    ProcessHandle server = ProcessHandle.of(Long.parseLong(result.text())).orElseThrow();
    assertThat(result.duration()).isLessThan(Duration.ofSeconds(10));
    assertThat(server.isAlive()).as("what an ordinary exit leaves running").isTrue();
    server.destroyForcibly();
  }

  @Test
  void endsTheProgramAndItsChildrenWhenTheTimeIsOver() throws IOException {
    CommandRequest request =
        withTimeout(script("sleep 60 & echo $!; wait"), Duration.ofMillis(300));

    CommandResult result = runner.run(request);

    assertThat(result.ending()).isEqualTo(Ending.TIMED_OUT);
    assertThat(result.succeeded()).isFalse();
    assertGone(Long.parseLong(result.text()));
  }

  @Test
  void endsTheProgramAndItsChildrenWhenCancelledEvenIfTheyDoNotObey() throws IOException {
    Cancellation cancellation = new Cancellation();
    CommandRequest stubborn =
        script("trap '' TERM; (trap '' TERM; sleep 60) & echo $!; wait; wait");

    CommandResult result = runner.run(stubborn, line -> cancellation.cancel(), cancellation);

    assertThat(result.ending()).isEqualTo(Ending.CANCELLED);
    assertGone(Long.parseLong(result.lines().getFirst().text()));
  }

  @Test
  void doesNotStartWhatWasCancelledBefore() throws IOException {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();

    CommandResult result = runner.run(script("touch started"), line -> {}, cancellation);

    assertThat(result.ending()).isEqualTo(Ending.CANCELLED);
    assertThat(folder.resolve("started")).doesNotExist();
  }

  @Test
  void keepsTheBeginningAndTheEndOfALongOutputButShowsAllOfItLive() throws IOException {
    List<OutputLine> live = new CopyOnWriteArrayList<>();

    CommandResult result =
        new CommandRunner(3).run(script("seq 1 10000"), live::add, new Cancellation());

    assertThat(live).hasSize(10_000);
    assertThat(result.text()).isEqualTo("1\n2\n3\n… 9994 lines left out …\n9998\n9999\n10000");
  }

  @Test
  void holdsTheProgramUpWhileTheReceiverIsBusy() throws IOException {
    CompletableFuture<Void> goOn = new CompletableFuture<>();
    CommandRequest chatty = script("seq 1 200000; touch finished");
    CompletableFuture<CommandResult> run =
        CompletableFuture.supplyAsync(
            () -> runner.run(chatty, line -> goOn.join(), new Cancellation()));

    await().during(Duration.ofMillis(300)).until(() -> !Files.exists(folder.resolve("finished")));
    goOn.complete(null);

    assertThat(run.join().succeeded()).isTrue();
    assertThat(folder.resolve("finished")).exists();
  }

  @Test
  void doesNotHideAFailureOfTheReceiver() throws IOException {
    Consumer<OutputLine> broken =
        line -> {
          throw new IllegalStateException("no window");
        };

    assertThatThrownBy(() -> runner.run(script("echo a; echo b"), broken, new Cancellation()))
        .hasMessage("no window");
  }

  @Test
  void saysWhyAProgramDoesNotStartAndWhatToDo() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "not a program");

    assertThatThrownBy(() -> runner.run(CommandRequest.of(folder, List.of("no-such-initdb"))))
        .isInstanceOf(CommandNotStartedException.class)
        .hasMessage(
            "Cannot run no-such-initdb: no folder of PATH has it; install it, or give the full"
                + " path of the program.");
    assertThatThrownBy(() -> runner.run(CommandRequest.of(folder, List.of("/no/such/initdb"))))
        .hasMessageContaining("there is no such file");
    assertThatThrownBy(() -> runner.run(CommandRequest.of(folder, List.of(text.toString()))))
        .hasMessageContaining("not an executable file");
    assertThatThrownBy(
            () -> runner.run(CommandRequest.of(folder.resolve("gone"), List.of("initdb"))))
        .hasMessageContaining("the folder")
        .hasMessageContaining("does not exist");
  }

  private CommandRequest script(String body) throws IOException {
    return withTimeout(CommandRequest.of(folder, command(program(body), List.of())), LONG);
  }

  private Path program(String body) throws IOException {
    Path file = folder.resolve("program");
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private static List<String> command(Path program, List<String> arguments) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(program.toString()), arguments.stream())
        .toList();
  }

  private static List<String> bracket(List<String> words) {
    return IntStream.range(0, words.size()).mapToObj(i -> "<" + words.get(i) + ">").toList();
  }

  private static CommandRequest withTimeout(CommandRequest request, Duration timeout) {
    return new CommandRequest(
        request.command(), request.directory(), request.environment(), timeout);
  }

  private static void assertGone(long pid) {
    await()
        .atMost(LONG)
        .untilAsserted(() ->
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive))
                .as("process %d", pid)
                .isEmpty());
  }
}
