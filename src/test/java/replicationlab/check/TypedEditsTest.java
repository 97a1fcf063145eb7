package replicationlab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.postgres.sql.PasswordMask;

/** Changes of files as they are printed, and what a shell makes of them. */
class TypedEditsTest {

  private static final String CONF = "data/postgresql.conf";
  private static final String HBA = "data/pg_hba.conf";

  @TempDir Path workspace;

  @BeforeEach
  void makeFolders() throws IOException {
    Files.createDirectories(workspace.resolve("data"));
    Files.createDirectories(workspace.resolve("data2"));
  }

  private TypedEdits edits() {
    return new TypedEdits(workspace);
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(workspace.resolve(name), text);
  }

  private String pasted(String file, List<String> lines) throws Exception {
    Process shell =
        new ProcessBuilder("/bin/sh")
            .directory(workspace.toFile())
            .redirectErrorStream(true)
            .start();
    shell
        .getOutputStream()
        .write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    shell.getOutputStream().close();
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    assertThat(shell.waitFor()).isZero();
    return Files.readString(workspace.resolve(file));
  }

  @Test
  void aSettingIsAddedByEcho() throws Exception {
    file(CONF, "port = 1\n");
    List<String> typed = edits().added(CONF, "port = 5432\nwal_level = 'replica'");
    assertThat(typed)
        .containsExactly(
            "echo \"port = 5432\" >> data/postgresql.conf",
            "echo \"wal_level = 'replica'\" >> data/postgresql.conf");
    assertThat(pasted(CONF, typed)).isEqualTo("port = 1\nport = 5432\nwal_level = 'replica'\n");
  }

  @Test
  void whatIsWiderThanATerminalGoesOnInALineOfItsOwn() throws Exception {
    String line = "primary_conninfo = 'host=localhost port=5432 user=postgres'";
    file(CONF, "");
    List<String> typed = edits().added(CONF, line);
    assertThat(typed).containsExactly("echo \"" + line + "\" \\\n  >> data/postgresql.conf");
    assertThat(pasted(CONF, typed)).isEqualTo(line + "\n");
    String off = edits().replaced(CONF, line, "#" + line);
    assertThat(off.lines()).hasSize(2).last().isEqualTo("  data/postgresql.conf");
    assertThat(pasted(CONF, List.of(off))).isEqualTo("#" + line + "\n");
  }

  @Test
  void whatAShellWouldLookIntoArrivesAsItIs() throws Exception {
    for (String line :
        List.of(
            "a = '$HOME `id` \"x\" !! it''s'",
            "b = 'C:\\new\\table'",
            "c = '%s \\\\ \\n'",
            "d = '*'")) {
      file(CONF, "");
      assertThat(pasted(CONF, edits().added(CONF, line))).isEqualTo(line + "\n");
    }
  }

  @Test
  void aLastLineWithoutItsEndIsEndedFirst() throws Exception {
    file(CONF, "port = 1");
    assertThat(pasted(CONF, edits().added(CONF, "a = 1\nb = 2")))
        .isEqualTo("port = 1\na = 1\nb = 2\n");
  }

  @Test
  void aFreshCopyHasThePrimarysLastLine() throws IOException {
    file("data2/postgresql.conf", "port = 1\n");
    file(CONF, "port = 1");
    TypedEdits edits = edits();
    edits.copied();
    assertThat(edits.added("data2/postgresql.conf", "port = 2"))
        .containsExactly(
            "echo >> data2/postgresql.conf", "echo \"port = 2\" >> data2/postgresql.conf");
  }

  @Test
  void aLineIsCommentedOut() throws Exception {
    String rule = "host  all\tall  127.0.0.1/32  reject  ";
    file(HBA, "# host\n" + rule + "\r\nhost all all ::1/128 trust\n");
    String typed = edits().replaced(HBA, rule, "#" + rule);
    assertThat(typed)
        .startsWith("sed -i.old 's|^host  all")
        .endsWith("|#&|' \\\n  data/pg_hba.conf");
    assertThat(pasted(HBA, List.of(typed)))
        .isEqualTo("# host\n#" + rule + "\r\nhost all all ::1/128 trust\n");
    assertThat(workspace.resolve(HBA + ".old")).exists();
  }

  @Test
  void aLineGoesBeforeAnother() throws Exception {
    String rule = "local all all md5";
    file(HBA, rule + "\n");
    String typed = edits().replaced(HBA, rule, "local all postgres trust\n" + rule);
    assertThat(pasted(HBA, List.of(typed))).isEqualTo("local all postgres trust\n" + rule + "\n");
  }

  @Test
  void quotesAreLeftAsTheyAreToBeRead() throws Exception {
    file(CONF, "standby_mode = 'on'\n");
    String typed = edits().replaced(CONF, "standby_mode = 'on'", "#standby_mode = 'on'");
    assertThat(typed).isEqualTo("sed -i.old \"s|^standby_mode = 'on'$|#&|\" data/postgresql.conf");
    assertThat(pasted(CONF, List.of(typed))).isEqualTo("#standby_mode = 'on'\n");
  }

  @Test
  void signsThatSedKnowsStandForThemselves() throws Exception {
    String old = "x = '[a]*|^$ \\1 & it''s'";
    String by = "x = '|&\\ /'";
    file(CONF, "x = '[a]\n" + old + "\n");
    assertThat(pasted(CONF, List.of(edits().replaced(CONF, old, by))))
        .isEqualTo("x = '[a]\n" + by + "\n");
  }

  @Test
  void aPasswordIsNotShown() throws Exception {
    String old = "conninfo = host=localhost password=secret*";
    for (String each :
        List.of(old, "c = 'postgres://me:secret@host/'", "c = 'password=''secret'' x=y'")) {
      file(CONF, each + "\n");
      String typed = edits().replaced(CONF, each, "#" + each);
      assertThat(typed).doesNotContain("secret").isEqualTo(PasswordMask.of(typed));
      assertThat(pasted(CONF, List.of(typed))).isEqualTo("#" + each + "\n");
    }
    assertThat(edits().replaced(CONF, old, "conninfo = 'password=secret*'"))
        .startsWith("# in data/postgresql.conf")
        .doesNotContain("secret");
    assertThat(edits().added(CONF, "primary_conninfo = 'host=localhost password=secret'"))
        .singleElement()
        .asString()
        .startsWith("# into data/postgresql.conf")
        .doesNotContain("secret");
  }

  @Test
  void aNameWithASpaceIsOneWord() throws Exception {
    file("data/my conf", "a = 1\n");
    assertThat(pasted("data/my conf", edits().added("data/my conf", "b = 2")))
        .isEqualTo("a = 1\nb = 2\n");
  }
}
