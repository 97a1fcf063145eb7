package replicationlab.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An error's report: enough to find the cause, and nothing of the person. */
class ErrorReportTest {

  @Test
  void itHasTheVersionsTheEventsAndTheStack(@TempDir Path folder) throws IOException {
    ErrorReport report =
        ErrorReport.of(
            new IllegalStateException("no such step"),
            "JavaFX Application Thread",
            Map.of("program", "1.0.0"),
            List.of("12:00 INFO LabRun: step copy"));
    assertThat(Files.readString(report.write(folder)))
        .contains("program: 1.0.0", "no such step", "at replicationlab.log.ErrorReportTest")
        .contains("INFO LabRun: step copy");
  }

  @Test
  void homeNameAndMachineAreTakenOut() {
    String text =
        "/home/ada/lab/data is ada's; adamant stays, and so does ada.Class; lovelace.local is not"
            + " known, and org.lovelace.Main stays";
    assertThat(ErrorReport.withoutPerson(text, "/home/ada", "ada", "lovelace"))
        .isEqualTo(
            "~/lab/data is user's; adamant stays, and so does ada.Class; machine.local is not"
                + " known, and org.lovelace.Main stays");
  }
}
