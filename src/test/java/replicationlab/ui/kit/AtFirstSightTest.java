package replicationlab.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class AtFirstSightTest {

  private final List<String> made = new ArrayList<>();
  private TabPane tabs;
  private Tab second;

  @Start
  void start(Stage stage) {
    Tab first = new Tab("First");
    second = new Tab("Second");
    tabs = new TabPane();
    AtFirstSight.in(first, () -> make("first"));
    AtFirstSight.in(second, () -> make("second"));
    tabs.getTabs().setAll(first, second);
    assertThat(made).isEmpty();
    stage.setScene(new Scene(tabs, 300, 200));
    stage.show();
  }

  private Node make(String what) {
    made.add(what);
    return new Label(what);
  }

  @Test
  void aTabsContentIsMadeWhenItIsChosenAndOnce() {
    assertThat(made).containsExactly("first");
    System.gc(); // what only listens must not be collected
    choose(1);
    choose(0);
    choose(1);
    assertThat(made).containsExactly("first", "second");
    assertThat(second.getContent().lookup(".label")).isNotNull();
  }

  @Test
  void whatIsInNoTabIsMadeWhenItComesIntoTheWindow() {
    Node place = AtFirstSight.of(() -> make("alone"));
    assertThat(made).doesNotContain("alone");
    System.gc();
    waitForAsyncFx(5_000, () -> tabs.getScene().setRoot(new StackPane(place)));
    assertThat(made).contains("alone");
  }

  private void choose(int index) {
    waitForAsyncFx(5_000, () -> tabs.getSelectionModel().select(index));
  }
}
