package replicationlab.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import replicationlab.run.StepState;
import replicationlab.ui.FakeLab;

class StepChoiceTest {

  @Test
  void afterGoingBackWhatCanBeDoneNextIsOpened() {
    List<StepState> states = new FakeLab(9).states();
    StepState last = states.get(8);
    List<StepState> back = new FakeLab(3).states();

    assertThat(new StepChoice(back).afterGoingBack(last, back.get(8))).contains(3);
    assertThat(new StepChoice(back).afterGoingBack(last, back.get(2)))
        .as("the open step has passed then too")
        .isEmpty();
    assertThat(new StepChoice(states).afterGoingBack(null, last)).isEmpty();
  }
}
