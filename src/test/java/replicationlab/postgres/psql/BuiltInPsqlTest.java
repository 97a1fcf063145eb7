package replicationlab.postgres.psql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import replicationlab.postgres.TestServer;
import replicationlab.process.OutputLine;

/**
 * {@code psql-session.txt} is what psql 15 printed on both servers: a line with $ for the words,
 * one to a line, then the output and the exit code.
 */
class BuiltInPsqlTest {

  private final List<OutputLine> lines = new ArrayList<>();
  private final BuiltInPsql psql = new BuiltInPsql();

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void printsWhatPsqlPrints(int which, @TempDir Path folder) throws IOException {
    StringBuilder printed = new StringBuilder();
    String expected = transcript();
    try (TestServer server = TestServer.start(which, folder)) {
      for (List<String> words : commands(expected)) {
        lines.clear();
        int exitCode = psql.run(words, environment(server.port()), lines::add);
        words.forEach(word -> printed.append("$ ").append(word).append('\n'));
        lines.forEach(line -> printed.append(line.text()).append('\n'));
        printed.append("=> ").append(exitCode).append('\n');
      }
      assertThat(printed.toString().replace(Integer.toString(server.port()), "PORT"))
          .isEqualTo(expected);
    }
  }

  /** As a backup is made by hand since 15, in one session. */
  @Test
  void writesAnAnswerIntoAFileAfterACommandOfTheShells(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("label");
    try (TestServer server = TestServer.start(0, folder)) {
      List<String> words =
          List.of(
              "-XAt",
              "-c",
              "SELECT 1",
              "-c",
              "\\! echo in a shell",
              "-c",
              "\\o " + file,
              "-c",
              "SELECT E'a\\nb\\n'",
              "-c",
              "\\o",
              "-c",
              "SELECT 2");
      assertThat(psql.run(words, environment(server.port()), lines::add)).isZero();
      assertThat(lines).extracting(OutputLine::text).containsExactly("1", "in a shell", "2");
      assertThat(file).hasContent("a\nb\n\n");
      List<String> nowhere = List.of("-c", "\\o " + folder.resolve("none/file"));
      assertThat(psql.run(nowhere, environment(server.port()), lines::add)).isEqualTo(1);
    }
  }

  @Test
  void writesIntoAFileWithSpacesAndToNoProgram(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("Åke's label");
    String quoted = "'" + file.toString().replace("'", "''") + "'";
    try (TestServer server = TestServer.start(0, folder)) {
      Map<String, String> environment = environment(server.port());
      List<String> words = List.of("-XAt", "-c", "\\o " + quoted, "-c", "SELECT 1");
      assertThat(psql.run(words, environment, lines::add)).isZero();
      assertThat(file).hasContent("1\n");
      assertThat(psql.run(List.of("-c", "\\o |cat"), environment, lines::add)).isEqualTo(1);
      assertThat(psql.run(List.of("-c", "\\o " + folder), environment, lines::add)).isEqualTo(1);
      assertThat(lines).hasSize(2);
      assertThat(lines.getFirst().text()).contains("not to a program");
      assertThat(lines.getLast().text()).contains("cannot be written");
    }
  }

  @Test
  void tellsErrorsAndResultsApart() throws IOException {
    int nobody = freePort();

    assertThat(psql.run(List.of("-c", "SELECT 1"), environment(nobody), lines::add)).isEqualTo(2);
    assertThat(lines)
        .containsExactly(
            new OutputLine(
                OutputLine.Stream.ERR,
                "psql: error: connection to server at \"127.0.0.1\", port "
                    + nobody
                    + " failed: Connection refused"),
            new OutputLine(
                OutputLine.Stream.ERR,
                "\tIs the server running on that host and accepting TCP/IP connections?"));
  }

  /** psql itself takes the word for a database's name and says no more. */
  @Test
  void namesADashThatAWordProcessorHasMade() throws IOException {
    psql.run(List.of("\u2013p", "5432", "-c", "SELECT 1"), environment(freePort()), lines::add);
    assertThat(lines.getFirst().text())
        .startsWith("psql: hint: \u2013p begins with a dash as word processors make it");
    lines.clear();
    psql.run(List.of("-c", "SELECT 'a\u2013b'"), environment(freePort()), lines::add);
    assertThat(lines).noneMatch(line -> line.text().contains("word processors"));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(psql.run(List.of("--nosuch"), Map.of(), lines::add)).isEqualTo(1);
    assertThat(psql.run(List.of("-c"), Map.of(), lines::add)).isEqualTo(1);
    assertThat(psql.run(List.of("-p", "many", "-c", "x"), Map.of(), lines::add)).isEqualTo(1);
    assertThat(psql.run(List.of(), Map.of(), lines::add)).isEqualTo(1);

    assertThat(lines)
        .allMatch(line -> line.stream() == OutputLine.Stream.ERR)
        .extracting(OutputLine::text)
        .contains(
            "psql: unrecognized option '--nosuch'",
            "psql: option requires an argument -- 'c'",
            "psql: error: invalid integer value \"many\" for connection option \"port\"",
            "psql: error: the built-in psql only runs commands that are given with -c");
  }

  private static Map<String, String> environment(int port) {
    return Map.of("PGHOST", "127.0.0.1", "PGPORT", Integer.toString(port), "PGUSER", "postgres");
  }

  private static List<List<String>> commands(String transcript) {
    List<List<String>> commands = new ArrayList<>();
    boolean inWords = false;
    for (String line : transcript.lines().toList()) {
      boolean word = line.startsWith("$ ");
      if (word && !inWords) {
        commands.add(new ArrayList<>());
      }
      if (word) {
        commands.getLast().add(line.substring(2));
      }
      inWords = word;
    }
    return commands;
  }

  private static String transcript() throws IOException {
    try (InputStream in = BuiltInPsqlTest.class.getResourceAsStream("psql-session.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
