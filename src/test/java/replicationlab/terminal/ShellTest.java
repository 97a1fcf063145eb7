package replicationlab.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which shell the terminal has, and what it is kept from reading. */
class ShellTest {

  private static final Path FOLDER = Path.of("/lab/.terminal");

  @Test
  void theUsersOwnIfWeKnowIt() {
    assertThat(shell("/usr/bin/zsh").command())
        .containsExactly("/usr/bin/zsh", "-o", "NO_GLOBAL_RCS", "-i");
    assertThat(shell("/usr/bin/zsh").environment()).containsEntry("ZDOTDIR", "/lab/.terminal");
    assertThat(shell("/bin/dash").environment()).containsEntry("ENV", "/lab/.terminal/shrc");
    assertThat(shell("/usr/local/bin/bash").command())
        .contains("--noprofile", "--rcfile", "/lab/.terminal/bashrc");
  }

  @Test
  void bashForThoseWhoHaveAnotherOrNone() {
    assertThat(shell("/usr/bin/fish").command().getFirst()).isEqualTo("/bin/bash");
    assertThat(shell("").command().getFirst()).isEqualTo("/bin/bash");
    assertThat(shell("bash").command().getFirst()).isEqualTo("/bin/bash");
    assertThat(Shell.choose(Map.of(), "Linux", FOLDER, path -> false).command())
        .containsExactly("/bin/sh", "-i");
  }

  @Test
  void powerShellOnWindows() {
    Shell shell = Shell.choose(Map.of("SHELL", "/bin/bash"), "Windows 11", FOLDER, path -> true);
    assertThat(shell.command()).startsWith("powershell.exe", "-NoLogo", "-NoProfile");
    assertThat(shell.startUpFile()).isEmpty();
  }

  @Test
  void everyPromptSaysSo() {
    for (String name : new String[] {"/bin/bash", "/bin/zsh", "/bin/sh"}) {
      assertThat(shell(name).startUpText()).contains("PS1=").contains("\033]1341;prompt\007");
    }
  }

  @Test
  void theLabsVariablesStandOverTheSystems() {
    Map<String, String> all =
        LabTerminal.environment(
            Map.of("PGSERVICE", "mine", "LC_ALL", "de_DE.UTF-8", "HOME", "/home/me", "PATH", "/p"),
            Map.of("PATH", "/pg/bin:/p", "PGPORT", "5432", "LC_ALL", "C"),
            FOLDER);
    assertThat(all)
        .containsEntry("PATH", "/lab/.terminal/bin:/pg/bin:/p")
        .containsEntry("PGPORT", "5432")
        .containsEntry("LC_CTYPE", "de_DE.UTF-8")
        .containsEntry("LC_MESSAGES", "C")
        .containsEntry("HOME", "/home/me")
        .doesNotContainKeys("PGSERVICE", "LC_ALL");
    assertThat(LabTerminal.environment(Map.of("LANG", "C"), Map.of(), FOLDER))
        .containsEntry("LC_CTYPE", "C.UTF-8");
  }

  private static Shell shell(String name) {
    return Shell.choose(Map.of("SHELL", name), "Linux", FOLDER, path -> true);
  }
}
