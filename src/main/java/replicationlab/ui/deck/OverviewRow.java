package replicationlab.ui.deck;

import java.util.ArrayList;
import java.util.List;

/** The slides that stand beside each other in the overview, by their indexes. */
record OverviewRow(List<Integer> slides) {

  OverviewRow {
    slides = List.copyOf(slides);
  }

  static List<OverviewRow> rows(List<Integer> slides, int columns) {
    List<OverviewRow> rows = new ArrayList<>();
    for (int from = 0; from < slides.size(); from += columns) {
      rows.add(new OverviewRow(slides.subList(from, Math.min(slides.size(), from + columns))));
    }
    return rows;
  }
}
