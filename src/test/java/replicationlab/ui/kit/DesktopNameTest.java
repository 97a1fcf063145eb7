package replicationlab.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DesktopNameTest {

  @Test
  void theEntryInTheMenuNamesTheSameWindow() throws IOException {
    assertThat(Files.readAllLines(Path.of("installer/linux/replication-lab.desktop")))
        .contains("StartupWMClass=" + DesktopName.NAME);
  }
}
