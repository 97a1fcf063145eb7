package replicationlab.postgres.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandRunner;

class UnprivilegedTest {

  private final CommandRunner runner = new CommandRunner();

  @Test
  void leavesAnOrdinaryUsersCommandsAsTheyAre() {
    Unprivileged unprivileged = new Unprivileged(runner, () -> false);

    assertThat(Program.values()).allMatch(program -> unprivileged.prefix(program).isEmpty());
  }

  @Test
  void helpsRootOnlyWithProgramsThatRefuseRoot() {
    Unprivileged unprivileged = new Unprivileged(runner, () -> true);

    assertThat(unprivileged.prefix(Program.PSQL)).isEmpty();
    assertThat(unprivileged.prefix(Program.PG_CONTROLDATA)).isEmpty();
    assertThat(unprivileged.prefix(Program.PG_BASEBACKUP)).isEmpty();
  }

  @Test
  void whateverItPutsInFrontTheProgramIsNoLongerRoot() {
    List<String> prefix = new Unprivileged(runner).prefix(Program.INITDB);

    List<String> command = new java.util.ArrayList<>(prefix);
    command.addAll(List.of("id", "-u"));
    String uid = runner.run(CommandRequest.of(Path.of("/"), command)).text();

    assertThat(uid).isNotEqualTo("0");
  }
}
