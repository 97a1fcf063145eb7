package replicationlab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import replicationlab.process.Cancellation;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandRunner;

/**
 * reveal.js in a headless Chromium, which is what a user could show slides with instead. Neither
 * comes with this project: Chromium is the system's, and reveal.js is fetched by npm.
 *
 * @param chromium its program
 * @param reveal the folder of reveal.js
 * @param folder for pages and profiles
 */
record Browser(Path chromium, Path reveal, Path folder) {

  /** The version that it is compared with. */
  static final String REVEAL = "reveal.js@6.0.2";

  private static final Pattern SAID = Pattern.compile("= (\\w+) ([0-9.e-]+)\"");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** What is missing here is said; nothing is compared then. */
  static Optional<Browser> find(Path folder) throws IOException {
    Optional<Path> chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (chromium.isEmpty()) {
      System.out.println("No Chromium is installed here, so nothing is compared with reveal.js.");
      return Optional.empty();
    }
    Path reveal = Files.createDirectories(folder.resolve("reveal"));
    boolean fetched =
        done(reveal, "npm", "install", "--no-audit", "--no-fund", "--prefix", ".", REVEAL);
    if (!fetched) {
      System.out.println(
          REVEAL + " cannot be fetched by npm here, so nothing is compared with it.");
      return Optional.empty();
    }
    return Optional.of(
        new Browser(chromium.get(), reveal.resolve("node_modules/reveal.js"), folder));
  }

  /**
   * Its times in ms ({@code first}, {@code change}) and its memory in MiB ({@code pss}, {@code
   * rest}).
   */
  Map<String, Samples> run(int slides) throws IOException {
    Path page = RevealDeck.write(folder, reveal, slides);
    Path profile = Files.createTempDirectory(folder, "chromium");
    List<String> command =
        List.of(
            chromium.toString(),
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--window-size=1920,1080",
            "--allow-file-access-from-files",
            "--remote-debugging-port=0",
            "--enable-logging=stderr",
            "--user-data-dir=" + profile,
            page.toUri().toString());
    Map<String, List<Double>> values = new TreeMap<>();
    Cancellation done = new Cancellation();
    long start = System.nanoTime();
    new CommandRunner()
        .run(
            new CommandRequest(command, folder, Map.of("HOME", profile.toString()), PATIENCE),
            line -> {
              Matcher said = SAID.matcher(line.text());
              if (said.find()) {
                take(said.group(1), Double.parseDouble(said.group(2)), start, values, done);
              }
            },
            done);
    if (!values.containsKey("rest")) {
      throw new IllegalStateException("Chromium did not come to the end of " + page + ".");
    }
    Map<String, Samples> samples = new TreeMap<>();
    values.forEach((name, list) -> samples.put(name, new Samples(list)));
    return samples;
  }

  private void take(
      String name, double value, long start, Map<String, List<Double>> values, Cancellation done) {
    switch (name) {
      case "first" -> put(values, name, (System.nanoTime() - start) / 1e6);
      case "done" -> {
        put(values, "pss", memory());
        ProcessMemory.leaveAlone();
        put(values, "rest", memory());
        done.cancel();
      }
      default -> put(values, name, value);
    }
  }

  private static void put(Map<String, List<Double>> values, String name, double value) {
    values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
  }

  private double memory() {
    try {
      double sum = 0;
      for (ProcessHandle child : ProcessHandle.current().children().toList()) {
        sum += ProcessMemory.ofTree(child);
      }
      return sum;
    } catch (IOException e) {
      throw new UncheckedIOException("The memory of Chromium cannot be read.", e);
    }
  }

  private static boolean done(Path folder, String... command) {
    try {
      return new CommandRunner()
          .run(new CommandRequest(List.of(command), folder, Map.of(), PATIENCE))
          .succeeded();
    } catch (RuntimeException noSuchProgram) {
      return false;
    }
  }
}
