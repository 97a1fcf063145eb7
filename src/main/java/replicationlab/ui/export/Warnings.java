package replicationlab.ui.export;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What could not be put on paper as it is on the screen: each thing once a slide. */
final class Warnings {

  private final Set<String> sentences = new LinkedHashSet<>();
  private String slide = "";

  /** What follows is about this slide. */
  void about(int number, String title) {
    slide = title.isBlank() ? "Slide " + number : "Slide " + number + " (" + title + ")";
  }

  void add(String what) {
    sentences.add(slide + ": " + what + ".");
  }

  List<String> all() {
    return new ArrayList<>(sentences);
  }
}
