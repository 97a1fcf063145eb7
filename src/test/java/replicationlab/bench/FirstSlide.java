package replicationlab.bench;

import java.io.IOException;
import javafx.application.Platform;
import replicationlab.course.OpenedDeck;

/** The course's first slide, with the outline beside it and without the rest of the window. */
final class FirstSlide {

  private FirstSlide() {}

  public static void main(String[] args) throws IOException {
    OpenedDeck course = CourseWindow.course();
    Platform.startup(() -> {
      CourseWindow.show(course);
      Drawn.endOnce(() -> true);
    });
  }
}
