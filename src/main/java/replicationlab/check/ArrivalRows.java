package replicationlab.check;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * The proof's rows about data: what is written on the primary is read on the standby. The checker
 * writes into a schema of its own; {@code streamtest} belongs to the student and is only read.
 */
final class ArrivalRows {

  private static final String STREAMTEST = "public.streamtest";

  /**
   * Goes before what we write, in one transaction with it. Whoever waits for a synchronous standby
   * waits without end, whatever its time-outs; we see by ourselves whether the row arrives.
   */
  private static final String WITHOUT_WAITING = "SET LOCAL synchronous_commit = local; ";

  private static final String PREPARE =
      WITHOUT_WAITING
          + "CREATE SCHEMA IF NOT EXISTS replication_lab;"
          + " CREATE TABLE IF NOT EXISTS replication_lab.proof(token text)";

  private final LabSystem system;
  private final Asking asking;
  private final BooleanSupplier hopeless;
  private final ReplayWait replay;

  /**
   * @param hopeless whether it is known already why nothing arrives, so that it is not waited for
   */
  ArrivalRows(LabSystem system, Asking asking, BooleanSupplier hopeless) {
    this.system = system;
    this.asking = asking;
    this.hopeless = hopeless;
    this.replay = new ReplayWait(system, asking, hopeless);
  }

  CheckResult rowArrives() {
    String token = UUID.randomUUID().toString();
    String insert = WITHOUT_WAITING + "INSERT INTO replication_lab.proof VALUES ('" + token + "')";
    String read = "SELECT count(*) FROM replication_lab.proof WHERE token = '" + token + "'";
    Finding finding =
        Finding.of(
                "row-arrives", "Is a row that is written on the primary now read on the standby?")
            .asked(insert);
    Optional<Explanation> waits = new SynchronousWait(new Scene(system, asking)).find();
    if (waits.isPresent()) {
      return finding
          .answered("not written: every commit on the primary waits without end")
          .failed(waits.get(), system);
    }
    Asking.Answer written = prepareAndInsert(insert);
    if (!written.answered()) {
      return notWritten(finding.answered(written.raw()), written);
    }
    Asking.Answer lsn = asking.ask(system.primary(), "SELECT " + system.wal().currentLsn());
    if (!lsn.answered()) {
      return finding
          .answered(lsn.raw())
          .undetermined("The primary did not tell its WAL location.", "Check again.");
    }
    ReplayWait.Replayed replayed = replay.until(lsn.first());
    Asking.Answer row = asking.ask(system.standby(), read);
    Finding all =
        finding
            .asked("SELECT " + system.wal().replayLsn() + " >= '" + lsn.first() + "'")
            .asked(read)
            .answered("written at " + lsn.first())
            .answered(replayed.words())
            .answered("rows found " + row.raw());
    if (row.tellsNothing() || replayed.couldNotAsk()) {
      return all.undetermined(
          "The standby did not answer the question, so nobody knows.",
          "Read its words above and check again; a replayed lock can block reading.");
    }
    return replayed.reached() && row.first().equals("1")
        ? all.passed()
        : all.failed(notArrived(replayed.reached()), system);
  }

  /** Where the WAL with a row was replayed, and the row is not there, it is no question of time. */
  private Explanation notArrived(boolean replayed) {
    Scene scene = new Scene(system, asking);
    LostRows lost = new LostRows(scene);
    if (hopeless.getAsBoolean()) {
      return lost.why();
    }
    return replayed
        ? lost.find().orElseGet(() -> notThePrimarys(scene))
        : lost.find().orElseGet(lost::unknown);
  }

  private Explanation notThePrimarys(Scene scene) {
    return new StaleCopy(scene)
        .because(
            "The standby has replayed the WAL with the row and does not have it, so its files are"
                + " not those of the primary"
                + new SameTables(system, asking, replay)
                    .difference()
                    .map(words -> ": " + words)
                    .orElse("")
                + ".");
  }

  private Asking.Answer prepareAndInsert(String insert) {
    // Asked and not tried: trying would write an ERROR of ours into the student's log.
    Asking.Answer exists =
        asking.ask(system.primary(), "SELECT to_regclass('replication_lab.proof')");
    if (exists.answered() && exists.first().isEmpty()) {
      Asking.Answer prepared = asking.ask(system.primary(), PREPARE);
      if (!prepared.answered()) {
        return prepared;
      }
    }
    return asking.ask(system.primary(), insert);
  }

  private CheckResult notWritten(Finding finding, Asking.Answer written) {
    if (written.failure() != null && written.failure().sqlState().equals("25006")) {
      return finding.failed(readOnly(), system);
    }
    return finding.undetermined(
        "The checker could not write its row on the primary.", "Read the server's words above.");
  }

  private Explanation readOnly() {
    Side primary = new Scene(system, asking).primary;
    String source =
        primary
            .ask("SELECT source FROM pg_settings WHERE name = 'default_transaction_read_only'")
            .orElse("");
    Mend mend =
        source.equals("database")
            ? new Mend()
                .sql(
                    5432,
                    "BEGIN READ WRITE; ALTER DATABASE postgres RESET default_transaction_read_only;"
                        + " COMMIT")
            : primary.set("default_transaction_read_only", "off").reload("data");
    return new Explanation(
        "primary-read-only",
        "The primary refuses to write: default_transaction_read_only is on, so it is read-only"
            + " without being a standby.",
        mend.as("Turn it off; what makes a standby read-only is recovery, not a setting."));
  }

  CheckResult streamtestReplicated() {
    Finding begun =
        Finding.of(
            "streamtest", "Has streamtest the same rows on both, and have both the same tables?");
    // Counting what is not there would write an ERROR of ours into the student's log.
    String there = "SELECT to_regclass('public.streamtest')";
    Asking.Answer whether = asking.ask(system.primary(), there);
    if (whether.answered() && whether.first().isEmpty()) {
      return begun.asked(there).answered("primary " + whether.raw()).failed(missing(), system);
    }
    Asking.Answer size = asking.ask(system.primary(), SameRows.size(STREAMTEST));
    boolean large = size.answered() && SameRows.isLarge(number(size, 0));
    String sql =
        large
            ? SameRows.some(STREAMTEST, number(size, 0), number(size, 1))
            : SameRows.all(STREAMTEST);
    Finding finding = large ? begun.asked(sql).answered(sampled(size)) : begun.asked(sql);
    Compared free = compare(sql);
    // Somebody may be writing: then only rows that hold still can be compared.
    Compared compared =
        (free.differ() || missing(free.standby())) && !hopeless.getAsBoolean()
            ? compareHeld(sql)
            : free;
    Asking.Answer primary = compared.primary();
    Asking.Answer standby = compared.standby();
    Finding all = finding.answered("primary " + primary.raw()).answered("standby " + standby.raw());
    boolean other = missing(standby) || compared.differ();
    if (other && compared.replayed() && !hopeless.getAsBoolean()) {
      return all.failed(
          new StaleCopy(new Scene(system, asking))
              .because(
                  "The standby has replayed all WAL and has not the primary's streamtest, so its"
                      + " files are not those of the primary."),
          system);
    }
    if (missing(standby)) {
      return all.failed(
          "streamtest is on the primary and has not come to the standby.",
          "The first row above that did not pass says why.");
    }
    if (!primary.answered() || !standby.answered()) {
      return all.undetermined(
          "A server did not answer the question.", "Read its words above and check again.");
    }
    if (!compared.differ() && !hopeless.getAsBoolean()) {
      return sameTables(all);
    }
    return all.verdict(
        !compared.differ(),
        "streamtest has other rows on the standby than on the primary.",
        "Rows that are older than the stream prove nothing: mend the first row above that did not"
            + " pass.");
  }

  private CheckResult sameTables(Finding finding) {
    SameTables tables = new SameTables(system, asking, replay);
    Finding asked = finding.asked(SameTables.LIST);
    return tables
        .difference()
        .map(words ->
            asked
                .answered(words)
                .failed(
                    new StaleCopy(new Scene(system, asking))
                        .because("The standby has not all that the primary has: " + words + "."),
                    system))
        .orElseGet(() -> asked.answered(tables.words()).passed());
  }

  private static long number(Asking.Answer answer, int column) {
    String value = answer.rows().getFirst().get(column);
    return value == null ? 0 : Long.parseLong(value);
  }

  private static String sampled(Asking.Answer size) {
    return "streamtest has "
        + (number(size, 0) >> 20)
        + " MB, too much to read all of it: compared are its last rows and some from all over it";
  }

  private record Compared(Asking.Answer primary, Asking.Answer standby, boolean replayed) {

    boolean differ() {
      return primary.answered() && standby.answered() && !primary.rows().equals(standby.rows());
    }
  }

  private Compared compare(String sql) {
    Asking.Answer primary = asking.ask(system.primary(), sql);
    boolean replayed = replay.untilNow();
    return new Compared(primary, asking.ask(system.standby(), sql), replayed);
  }

  /** Others read on; those who write wait for the moment that it takes, and never longer. */
  private Compared compareHeld(String sql) {
    asking.ask(system.primary(), "BEGIN");
    try {
      Asking.Answer held =
          asking.ask(system.primary(), "LOCK TABLE " + STREAMTEST + " IN SHARE MODE");
      return held.answered() ? compare(sql) : new Compared(held, held, false);
    } finally {
      asking.ask(system.primary(), "ROLLBACK");
    }
  }

  private static Explanation missing() {
    return new Explanation(
        "streamtest-missing",
        "There is no table streamtest in the primary's database postgres.",
        new Mend()
            .sql(5432, "CREATE TABLE streamtest(x int)")
            .sql(5432, "INSERT INTO streamtest VALUES (1)")
            .as("Create it on the primary, and nowhere else."));
  }

  private static boolean missing(Asking.Answer answer) {
    return answer.failure() != null && answer.failure().sqlState().equals("42P01");
  }
}
