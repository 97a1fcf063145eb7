package replicationlab.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastFolderTest {

  @TempDir Path home;

  @Test
  void dialogsStartAtHomeAndThenWhereOneChoseLast() throws IOException {
    LastFolder folder = new LastFolder(home);
    assertThat(folder.get()).isEqualTo(home.toFile());
    Path papers = Files.createDirectory(home.resolve("papers"));
    folder.chosen(papers.resolve("slides.pdf").toFile());
    assertThat(folder.get()).isEqualTo(papers.toFile());
    folder.chosen(null);
    assertThat(folder.get()).isEqualTo(papers.toFile());
    Files.delete(papers);
    assertThat(folder.get()).as("when it is gone").isEqualTo(home.toFile());
  }

  @Test
  void aDialogForFilesStartsThere() {
    FileChooser dialog =
        new LastFolder(home).chooser("Open a deck", new ExtensionFilter("All", "*"));
    assertThat(dialog.getInitialDirectory()).isEqualTo(home.toFile());
    assertThat(dialog.getTitle()).isEqualTo("Open a deck");
    assertThat(dialog.getExtensionFilters()).hasSize(1);
  }

  @Test
  void aHomeThatIsNotThereIsNotOpened() {
    assertThat(new LastFolder(home.resolve("nowhere")).get()).isNull();
  }
}
