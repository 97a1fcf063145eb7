package replicationlab.cli;

import replicationlab.course.Courses;
import replicationlab.lab.Lab;

/** Finds a lab by the name that a person types. */
final class Labs {

  private Labs() {}

  /**
   * @throws IllegalArgumentException with the names that exist
   */
  static Lab find(Services services, String id) {
    return Courses.labs(services.files()).stream()
        .filter(lab -> lab.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "There is no lab '"
                    + id
                    + "'; there is: "
                    + String.join(
                        ", ", Courses.labs(services.files()).stream().map(Lab::id).toList())
                    + "."));
  }
}
