package replicationlab.drill;

import java.util.List;
import replicationlab.postgres.install.Installation;
import replicationlab.run.TestLab;

/** The majors on which mistakes and right ways are to be tried. */
final class MajorsAsked {

  private MajorsAsked() {}

  /**
   * Those that a system property lists, as far as they are there.
   *
   * @param unlessAsked the list when nobody has set the property
   */
  static List<String> of(String property, String unlessAsked) {
    List<String> wanted = List.of(System.getProperty(property, unlessAsked).split(",", -1));
    return TestLab.installations().found().stream()
        .filter(installation -> installation.origin() == Installation.Origin.BUNDLED)
        .map(installation -> installation.version().majorName())
        .filter(wanted::contains)
        .toList();
  }

  /** "9.6" is 9, as there are no lessons for what is older. */
  static int number(String major) {
    return Integer.parseInt(major.split("\\.", -1)[0]);
  }
}
