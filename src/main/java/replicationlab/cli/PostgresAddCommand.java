package replicationlab.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import replicationlab.postgres.download.Repository;
import replicationlab.postgres.download.ServerDownloads;
import replicationlab.postgres.download.ServerRelease;
import replicationlab.postgres.install.Installation;
import replicationlab.process.Cancellation;

/** {@code postgres add}: one more PostgreSQL, from a Maven repository. */
@Command(
    name = "add",
    description = {
      "Downloads a PostgreSQL from a Maven repository, verifies it, and keeps it for this program.",
      "Without a VERSION it lists those that can be added."
    },
    mixinStandardHelpOptions = true)
final class PostgresAddCommand implements Callable<Integer> {

  private static final long RESCUE_SECONDS = 10;

  private final Services services;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "VERSION",
      description = "a major version such as 14, or exactly one such as 14.24")
  private @Nullable String version;

  @Option(
      names = "--repository",
      paramLabel = "URL",
      description =
          "the Maven repository (default: the environment's REPLICATION_LAB_REPOSITORY, or the one"
              + " that this program was built from)")
  private @Nullable String address;

  PostgresAddCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    ServerDownloads downloads = new ServerDownloads(services.installations());
    if (version == null) {
      list(out, downloads);
      return ExitCode.PASSED;
    }
    ServerRelease release = downloads.release(version);
    Cancellation cancellation = new Cancellation();
    CountDownLatch ended = new CountDownLatch(1);
    TransferPrinter printer = new TransferPrinter(out);
    OnInterrupt.run(
        () -> {
          try {
            Installation added =
                downloads.add(
                    release, repository(), printer, words -> say(out, words), cancellation);
            say(
                out,
                "PostgreSQL %s is here; use it with --postgres %s."
                    .formatted(added.label(), added.version().majorName()));
          } finally {
            ended.countDown();
          }
        },
        () -> {
          cancellation.cancel();
          await(ended);
        });
    return ExitCode.PASSED;
  }

  private Repository repository() {
    return address != null
        ? Repository.at(address)
        : Repository.usual(System.getenv(), "")
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "No Maven repository is known: name one with --repository URL, or in the"
                        + " environment variable "
                        + Repository.VARIABLE
                        + "."));
  }

  private static void list(PrintWriter out, ServerDownloads downloads) {
    String all =
        downloads.addable().stream()
            .map(release ->
                String.format(
                    Locale.ROOT, "%-8s %5.1f MB", release.version(), release.bytes() / 1e6))
            .collect(Collectors.joining("\n"));
    say(out, all.isEmpty() ? "Everything that this program knows is here already." : all);
  }

  private static void say(PrintWriter out, String words) {
    out.println(words);
    out.flush();
  }

  /** What is half-made is removed before the program ends. */
  private static void await(CountDownLatch ended) {
    try {
      var _ = ended.await(RESCUE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
