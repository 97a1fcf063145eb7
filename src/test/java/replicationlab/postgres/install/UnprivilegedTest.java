package replicationlab.postgres.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandRunner;

/** Who runs the servers, whoever we are and whatever the system refuses. */
class UnprivilegedTest {

  @TempDir Path folder;

  private final CommandRunner runner = new CommandRunner();

  @Test
  void leavesAnOrdinaryUsersCommandsAsTheyAre() {
    Unprivileged unprivileged = new Unprivileged(runner, Map.of(), () -> false);

    assertThat(Program.values()).allMatch(program -> unprivileged.prefix(program).isEmpty());
  }

  @Test
  void helpsRootOnlyWithProgramsThatRefuseRoot() {
    Unprivileged unprivileged = new Unprivileged(runner, Map.of(), () -> true);

    assertThat(unprivileged.prefix(Program.PSQL)).isEmpty();
    assertThat(unprivileged.prefix(Program.PG_CONTROLDATA)).isEmpty();
    assertThat(unprivileged.prefix(Program.PG_BASEBACKUP)).isEmpty();
  }

  @Test
  void whateverItPutsInFrontTheProgramIsNoLongerRoot() {
    assertThat(serversUser(new Unprivileged(runner))).isNotEqualTo("0");
  }

  @Test
  void neitherIsItWhereNamespacesAreRefused() throws IOException {
    Unprivileged unprivileged = withoutNamespaces();

    assertThat(unprivileged.prefix(Program.INITDB)).doesNotContain("unshare");
    assertThat(serversUser(unprivileged)).isNotEqualTo("0");
  }

  @Test
  void runuserServesWhereSetprivDoesNot() throws IOException {
    Unprivileged unprivileged =
        new Unprivileged(
            runner, WithoutNamespaces.refusing(folder.resolve("bin"), "unshare", "setpriv"));

    assertThat(unprivileged.prefix(Program.INITDB)).doesNotContain("unshare", "setpriv");
    assertThat(serversUser(unprivileged)).isNotEqualTo("0");
  }

  @Test
  void saysWhatToDoWhereNothingServes() throws IOException {
    Unprivileged unprivileged =
        new Unprivileged(
            runner,
            WithoutNamespaces.refusing(folder.resolve("bin"), "unshare", "setpriv", "runuser"),
            () -> true);

    assertThatThrownBy(() -> unprivileged.prefix(Program.INITDB))
        .isInstanceOf(CannotRunAsRootException.class)
        .hasMessageContaining("unshare failed: Operation not permitted")
        .hasMessageContaining("run this program as an ordinary user");
    assertThat(unprivileged.placeFor(folder, Path.of("/other"))).isEqualTo(folder);
    assertThat(unprivileged.prefix(Program.PSQL)).isEmpty();
  }

  @Test
  void handsOverWhatWeMadeAndFollowsNoLink() throws IOException {
    Path workspace = Files.createDirectories(folder.resolve("lab"));
    Path settings = Files.createDirectory(workspace.resolve("data")).resolve("postgresql.conf");
    Files.writeString(settings, "port = 5432\n");
    Path mine = Files.writeString(folder.resolve("mine"), "outside");
    Path mineToo = Files.writeString(folder.resolve("mine-too"), "outside");
    Files.createSymbolicLink(workspace.resolve("link"), mine);
    Files.createLink(workspace.resolve("second-name"), mineToo);

    Unprivileged unprivileged = withoutNamespaces();
    unprivileged.handOver(workspace);
    unprivileged.handOver(workspace);

    String servers = serversUser(unprivileged);
    assertThat(List.of(workspace, workspace.resolve("data"), settings))
        .allSatisfy(path -> assertThat(owner(path)).isEqualTo(servers));
    String us = owner(folder);
    assertThat(List.of(mine, mineToo)).allSatisfy(path -> assertThat(owner(path)).isEqualTo(us));
  }

  @Test
  void aWorkspaceBehindAClosedFolderIsRefusedWithTheRemedyAndAnotherPlaceIsUsual()
      throws IOException {
    Unprivileged unprivileged = withoutNamespaces();
    Path closed = Files.createDirectory(folder.resolve("closed")).toRealPath();
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    Path lab = closed.resolve("home/lab");
    Path other = folder.resolve("other");

    if (owner(closed).equals(serversUser(unprivileged))) {
      assertThatCode(() -> unprivileged.requireReach(lab)).doesNotThrowAnyException();
      assertThat(unprivileged.placeFor(lab, other)).isEqualTo(lab);
    } else {
      assertThatThrownBy(() -> unprivileged.requireReach(lab))
          .isInstanceOf(CannotRunAsRootException.class)
          .hasMessageContaining("may not enter " + closed + ":")
          .hasMessageContaining("--workspace /var/tmp/");
      assertThat(unprivileged.placeFor(lab, other)).isEqualTo(other);
    }
    assertThatCode(() -> unprivileged.requireReach(folder.resolve("open/lab")))
        .doesNotThrowAnyException();
    assertThat(unprivileged.placeFor(folder.resolve("open/lab"), other))
        .isEqualTo(folder.resolve("open/lab"));
  }

  private Unprivileged withoutNamespaces() throws IOException {
    return new Unprivileged(runner, WithoutNamespaces.environment(folder.resolve("bin")));
  }

  private String serversUser(Unprivileged unprivileged) {
    List<String> command = OtherAccount.with(unprivileged.prefix(Program.INITDB), "id", "-u");
    return runner.run(CommandRequest.of(Path.of("/"), command)).text();
  }

  private static String owner(Path path) throws IOException {
    return Files.getAttribute(path, "unix:uid").toString();
  }
}
