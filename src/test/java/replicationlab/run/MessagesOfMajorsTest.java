package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import replicationlab.check.KnownComplaints;
import replicationlab.check.OrdinaryMessages;
import replicationlab.postgres.install.Installation;

/**
 * Whether what the log is searched for stands in the servers that should write it. {@code
 * messages-of-majors.txt} tells of each wording in which majors it is; with all majors at hand
 * ({@code -Pall-majors}), {@code -Dmessages.write=true} writes it anew. A wording that is in none
 * is never written; one that a newer major has lost wants another beside it.
 */
class MessagesOfMajorsTest {

  private static final Path TABLE =
      Path.of("src/test/resources/replicationlab/run/messages-of-majors.txt");

  private static final Comparator<String> BY_AGE = Comparator.comparingDouble(Double::parseDouble);

  private static final List<MessageTemplates> SERVERS =
      TestLab.installations().found().stream()
          .filter(installation -> installation.origin() == Installation.Origin.BUNDLED)
          .map(installation -> installation.bin().toString())
          .map(bin -> TestLab.installations().choose(bin, progress -> {}))
          .map(MessageTemplates::of)
          .sorted(Comparator.comparing(MessageTemplates::major, BY_AGE))
          .toList();

  /** What people type is in no server. */
  private static boolean isOfServers(String words) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(words);
  }

  private static List<String> wordings() {
    return Stream.of(
            KnownComplaints.words(),
            OrdinaryMessages.words(),
            RefusedFiles.words(),
            StepOfMessage.words(),
            LogPast.words())
        .flatMap(words -> words)
        .map(Pattern::pattern)
        .filter(MessagesOfMajorsTest::isOfServers)
        .flatMap(Alternatives::of)
        .distinct()
        .toList();
  }

  /** The majors at hand that have each wording. */
  private static Map<String, Set<String>> found() {
    return wordings().parallelStream()
        .collect(
            Collectors.toMap(
                words -> words,
                words ->
                    SERVERS.stream()
                        .filter(server -> server.have(words))
                        .map(MessageTemplates::major)
                        .collect(Collectors.toCollection(TreeSet::new)),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private static Map<String, Set<String>> table() throws IOException {
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    for (String line : Files.readAllLines(TABLE)) {
      String[] row = line.split("\t", 2);
      rows.put(row[1], Set.of(row[0].split(" ", -1)));
    }
    return rows;
  }

  private static Set<String> majors(Map<String, Set<String>> table) {
    return table.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  private static void write(Map<String, Set<String>> found) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String words : wordings()) {
      String majors =
          SERVERS.stream()
              .map(MessageTemplates::major)
              .filter(found.getOrDefault(words, Set.of())::contains)
              .collect(Collectors.joining(" "));
      lines.add(majors + "\t" + words);
    }
    Files.createDirectories(TABLE.resolveSibling(""));
    Files.write(TABLE, lines);
  }

  @Test
  void everyWordingIsInTheMajorsInWhichItShouldBe() throws IOException {
    Map<String, Set<String>> found = found();
    if (Boolean.getBoolean("messages.write")) {
      assertThat(SERVERS)
          .as("the majors at hand, all of which it takes")
          .extracting(MessageTemplates::major)
          .containsAll(majors(table()));
      write(found);
    }
    Map<String, Set<String>> table = table();
    assertThat(table.keySet()).containsExactlyInAnyOrderElementsOf(found.keySet());
    assertThat(table)
        .as("what no server says")
        .noneSatisfy((words, majors) -> assertThat(majors).containsOnly(""));
    Set<String> all = majors(table);
    for (MessageTemplates server : SERVERS) {
      // A new major has the words of the one before it, until somebody has looked.
      String as = all.contains(server.major()) ? server.major() : Collections.max(all, BY_AGE);
      assertThat(found)
          .as("what %s should have", server.major())
          .allSatisfy((words, majors) ->
              assertThat(majors.contains(server.major()))
                  .as(words)
                  .isEqualTo(table.getOrDefault(words, Set.of()).contains(as)));
    }
  }

  @Test
  void eachBranchIsLookedForByItself() {
    assertThat(Alternatives.of("a(b|c(?:d|[|)]))e|f\\(|g"))
        .containsExactly("a(b)e", "a(c(?:d))e", "a(c(?:[|)]))e", "f\\(", "g");
  }
}
