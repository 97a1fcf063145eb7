package replicationlab.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlideLinksTest {

  private static final List<Slide> SLIDES =
      DeckReader.read(
              """
              # Uses for Replication
              ***
              # Prove It: `\\d`!
              ***
              # Uses for replication?
              ***
              # Uses for Replication 2
              ***
              # 2026
              ***
              no title
              ***
              # Überblick – 概要
              """)
          .slides();

  @Test
  void namesComeFromTitlesAndAreAllDifferent() {
    assertThat(SlideLinks.names(SLIDES))
        .containsExactly(
            "uses-for-replication",
            "prove-it-d",
            "uses-for-replication-2",
            "uses-for-replication-2-2",
            "slide-2026",
            "slide",
            "überblick-概要");
  }

  @Test
  void tenThousandSlidesOfOneTitleAreNumbered() {
    List<Slide> slides = Collections.nCopies(10_000, new Slide(1, "Lag", List.of(), ""));

    List<String> names = SlideLinks.names(slides);

    assertThat(names).startsWith("lag", "lag-2", "lag-3").endsWith("lag-9999", "lag-10000");
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void aNumberIsSkippedThatATitleHasAlready() {
    List<Slide> slides = new ArrayList<>();
    for (String title : List.of("Lag", "Lag 3", "Lag", "Lag", "Lag 3", "Lag")) {
      slides.add(new Slide(1, title, List.of(), ""));
    }

    assertThat(SlideLinks.names(slides))
        .containsExactly("lag", "lag-3", "lag-2", "lag-4", "lag-3-2", "lag-5");
    assertThat(SlideLinks.name(slides, 4)).isEqualTo("lag-3-2");
  }

  @Test
  void aLinkIsANameOrANumberAndPerhapsAStep() {
    assertThat(SlideLinks.find(SLIDES, "3")).contains(new SlideLinks.Target(3, 0));
    assertThat(SlideLinks.find(SLIDES, "3/2")).contains(new SlideLinks.Target(3, 2));
    assertThat(SlideLinks.find(SLIDES, "prove-it-d")).contains(new SlideLinks.Target(2, 0));
    assertThat(SlideLinks.find(SLIDES, "Prove-It-D/12")).contains(new SlideLinks.Target(2, 12));
  }

  @Test
  void whatLeadsNowhereIsSaidSo() {
    for (String link :
        List.of("", " ", "0", "8", "999999999", "2147483648", "nowhere", "/2", "2/", "2/x")) {
      assertThat(SlideLinks.find(SLIDES, link)).as(link).isEmpty();
    }
  }
}
