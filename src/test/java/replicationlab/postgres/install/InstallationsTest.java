package replicationlab.postgres.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.postgres.install.Installation.Origin;
import replicationlab.process.CommandRunner;

class InstallationsTest {

  private static final Path JARS = Path.of("target/app/postgres");

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void resolveLinks() throws IOException {
    root = folder.toRealPath();
  }

  @Test
  void listsTheBundledOnesFirstWithoutUnpackingThem() throws IOException {
    FakePrograms.makeServer(root.resolve("usr/lib/postgresql/19/bin"), "19.1");

    assertThat(installations("").found())
        .extracting(Installation::origin)
        .containsExactly(Origin.BUNDLED, Origin.BUNDLED, Origin.FOUND);
    assertThat(installations("").found().getFirst().version().majorName()).isEqualTo("18");
    assertThat(root.resolve("cache")).doesNotExist();
  }

  @Test
  void findsWhatPackagesAndPeopleInstallNewestFirst() throws IOException {
    FakePrograms.makeServer(root.resolve("usr/lib/postgresql/9.6/bin"), "9.6.24");
    FakePrograms.makeServer(root.resolve("usr/pgsql-14/bin"), "14.2");
    FakePrograms.makeServer(root.resolve("opt/homebrew/opt/postgresql@16/bin"), "16.1 (Homebrew)");
    FakePrograms.makeServer(
        root.resolve("Applications/Postgres.app/Contents/Versions/17/bin"), "17.0 (Postgres.app)");
    Path mine = FakePrograms.makeServer(root.resolve("home/pg/bin"), "18beta1");

    assertThat(withoutBundled("/no/such/folder:" + mine).found())
        .extracting(installation -> installation.version().toString())
        .containsExactly("18.0", "17.0", "16.1", "14.2", "9.6.24");
  }

  @Test
  void listsAnInstallationOnceHoweverManyLinksLeadToIt() throws IOException {
    Path bin = FakePrograms.makeServer(root.resolve("usr/lib/postgresql/15/bin"), "15.18");
    Path links = Files.createDirectories(root.resolve("links"));
    Files.createSymbolicLink(links.resolve("initdb"), bin.resolve("initdb"));
    Files.createSymbolicLink(root.resolve("usr/lib/postgresql/current"), bin.getParent());

    assertThat(withoutBundled(links + ":" + bin).found())
        .extracting(Installation::bin)
        .containsExactly(bin);
  }

  @Test
  void isNotMisledByDebiansWrapperNorByOtherPrograms() throws IOException {
    Path wrapper = Files.createDirectories(root.resolve("share")).resolve("pg_wrapper");
    Files.writeString(wrapper, "#!/bin/sh\necho 'psql (PostgreSQL) 15.18'\n");
    assertThat(wrapper.toFile().setExecutable(true)).isTrue();
    Path usrBin = Files.createDirectories(root.resolve("usr/bin"));
    Files.createSymbolicLink(usrBin.resolve("psql"), wrapper);
    Path other = FakePrograms.make(root.resolve("other"), "1", Program.PSQL);
    Files.writeString(other.resolve("psql"), "#!/bin/sh\necho 'a puzzle game, version 2.0'\n");

    assertThat(withoutBundled(usrBin + ":" + other).found()).isEmpty();
  }

  @Test
  void saysWhatAnInstallationLacksAndBorrowsTheNewestPsql() throws IOException {
    FakePrograms.make(root.resolve("usr/lib/postgresql/13/bin"), "13.1", Program.PSQL);
    Path newest =
        FakePrograms.make(root.resolve("usr/lib/postgresql/15/bin"), "15.18", Program.PSQL);
    FakePrograms.makeServer(root.resolve("usr/lib/postgresql/16/bin"), "16.1");

    Installation server = withoutBundled("").found().getFirst();

    assertThat(server.version()).isEqualTo(new Version(16, 1, 0));
    assertThat(server.lacks())
        .containsExactlyInAnyOrder(
            Program.PSQL, Program.PG_BASEBACKUP, Program.PG_REWIND, Program.PG_CONTROLDATA);
    assertThat(server.borrows(Program.PSQL)).isTrue();
    assertThat(server.borrows(Program.INITDB)).isFalse();
    assertThat(server.program(Program.PSQL)).contains(newest.resolve("psql"));
  }

  @Test
  void understandsAVersionAFolderOrNoWishAtAll() throws IOException {
    Path old = FakePrograms.makeServer(root.resolve("usr/lib/postgresql/9.6/bin"), "9.6.24");
    Path bin = FakePrograms.makeServer(root.resolve("usr/lib/postgresql/15/bin"), "15.18");
    Path mine = FakePrograms.makeServer(root.resolve("mine/bin"), "14.1");
    Installations installations = withoutBundled("");

    assertThat(choose(installations, "9.6").bin()).isEqualTo(old);
    assertThat(choose(installations, "15").bin()).isEqualTo(bin);
    assertThat(choose(installations, " 15.18 ").bin()).isEqualTo(bin);
    assertThat(choose(installations, "").bin()).isEqualTo(bin);
    assertThat(choose(installations, mine.toString()).bin()).isEqualTo(mine);
    Installation named = choose(installations, root.resolve("mine").toString());
    assertThat(named.bin()).isEqualTo(mine);
    assertThat(named.origin()).isEqualTo(Origin.NAMED);
  }

  @Test
  void saysWhatIsThereWhenTheWishIsNot() throws IOException {
    FakePrograms.make(root.resolve("usr/lib/postgresql/13/bin"), "13.1", Program.PSQL);
    Path bin = FakePrograms.makeServer(root.resolve("usr/lib/postgresql/15/bin"), "15.18");
    Installations installations = withoutBundled("");

    assertThatThrownBy(() -> choose(installations, "12"))
        .isInstanceOf(NoSuchInstallationException.class)
        .hasMessage(
            "There is no PostgreSQL 12 here; choose 15.18 (%s), name the folder of another, or add one with postgres add.",
            bin);
    assertThatThrownBy(() -> choose(installations, "13"))
        .hasMessageStartingWith("PostgreSQL 13.1 (")
        .hasMessageContaining("is here without a server; choose 15.18");
    assertThatThrownBy(() -> choose(installations, root.resolve("usr").toString()))
        .hasMessageContaining("has no initdb, pg_ctl and postgres that run here");
  }

  private Installations installations(String path) {
    return with(JARS, path);
  }

  private Installations withoutBundled(String path) {
    return with(root.resolve("no-jars"), path);
  }

  private Installations with(Path jars, String path) {
    return new Installations(
        new CommandRunner(),
        jars,
        root.resolve("cache"),
        new ProgramFolders(root, Map.of("PATH", path)));
  }

  private static Installation choose(Installations installations, String wish) {
    return installations.choose(wish, progress -> {});
  }
}
