package replicationlab.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import replicationlab.check.ProofReport;
import replicationlab.postgres.replication.ReplicationSnapshot;
import replicationlab.progress.Workspace;
import replicationlab.run.GuidedLab;
import replicationlab.run.LabEvent;
import replicationlab.run.StepState;

/**
 * What happens in a lab, written down as it happens: {@code journal.jsonl} in the workspace, one
 * JSON object a line, each with the digest of all before it. It goes on where an earlier start of
 * the program left off, and a Reset leaves it alone: attempts that failed are evidence too.
 *
 * <p>Whoever tells it something does not wait: a thread of its own writes. A journal that cannot be
 * written says so once and never disturbs the lab. Passwords and the places of files on this
 * machine are left out.
 */
public final class Journal implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 10;

  private final InstantSource clock;
  private final Consumer<String> trouble;
  private final EventLines events;
  private final Sightings sightings = new Sightings();
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("journal").daemon().factory());
  private @Nullable JournalFile file;
  private boolean complained;
  private boolean full;

  private Journal(Workspace workspace, InstantSource clock, Consumer<String> trouble) {
    this.clock = clock;
    this.trouble = trouble;
    this.events =
        new EventLines(
            new Discretion(workspace.folder(), Path.of(System.getProperty("user.home"))));
  }

  /**
   * Begins or continues the journal of a workspace, and notes where the lab stands.
   *
   * @param by who drives the lab: "window" or "command line"
   * @param trouble gets a sentence if the journal cannot be written; on the journal's thread
   */
  public static Journal open(
      Workspace workspace, GuidedLab lab, Machine machine, String by, Consumer<String> trouble) {
    List<String> passed =
        lab.states().stream()
            .filter(state -> state.status() == StepState.Status.PASSED)
            .map(state -> state.step().id())
            .toList();
    Journal journal =
        open(
            workspace,
            opened(lab.lab().id(), passed, machine, by),
            InstantSource.system(),
            trouble);
    List<StepState> states = lab.states();
    journal.later(() -> journal.events.begin(states));
    return journal;
  }

  static Journal open(
      Workspace workspace, ObjectNode opened, InstantSource clock, Consumer<String> trouble) {
    Journal journal = new Journal(workspace, clock, trouble);
    Instant now = clock.instant();
    journal.later(() -> {
      JournalFile made = new JournalFile(workspace.journalFile());
      journal.file = made;
      if (made.torn() > 0) {
        journal.append(now, Chain.object().put("kind", "torn").put("bytes", made.torn()));
      }
      journal.append(now, opened);
    });
    return journal;
  }

  static ObjectNode opened(String lab, List<String> passed, Machine machine, String by) {
    ObjectNode line = Chain.object().put("kind", "opened");
    line.put("lab", lab);
    // Makes two journals differ from their first line on, even if they begin in the same moment.
    line.put("id", UUID.randomUUID().toString());
    line.put("by", by);
    line.put("postgres", machine.postgres());
    line.put("system", machine.system());
    line.put("program", machine.program());
    passed.forEach(line.putArray("passed")::add);
    return line;
  }

  /** Takes what a lab tells: {@code lab.subscribe(journal::accept)}. */
  public void accept(LabEvent event) {
    Instant at = clock.instant();
    later(() -> {
      var line = events.of(event, at, file == null || Room.forOutput(file.size()));
      if (line.isPresent()) {
        append(at, line.get());
        if (file != null && line.get().path("kind").asText().equals("result")) {
          file.force();
        }
      }
    });
  }

  /** Takes what both servers do: {@code monitor.subscribe(journal::accept)}. */
  public void accept(ReplicationSnapshot snapshot) {
    later(() -> {
      long size = file == null ? 0 : file.size();
      var news = sightings.news(snapshot, Room.betweenMoves(size));
      if (news.isPresent()) {
        ObjectNode line = Chain.object().put("kind", "servers");
        append(snapshot.taken(), line.setAll(news.get()));
      }
    });
  }

  /** Takes a proof that was made. */
  public void accept(ProofReport report) {
    Instant at = clock.instant();
    later(() -> append(at, events.of(report)));
  }

  /** Waits until all that was told so far is in the file. */
  public void flush() {
    try {
      writer.submit(() -> {}).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      complain("its disk does not answer");
    } catch (RejectedExecutionException e) {
      // Closed: what was told before is in the file.
      System.getLogger(Journal.class.getName()).log(System.Logger.Level.DEBUG, "closed", e);
    }
  }

  private void append(Instant at, ObjectNode content) throws IOException {
    JournalFile open = file;
    if (open == null || full) {
      return;
    }
    ObjectNode line = Chain.object().put("at", at.toString());
    line.setAll(content);
    full = !Room.forAnything(open.size());
    open.append(full ? Chain.object().put("at", at.toString()).put("kind", "full") : line);
  }

  private interface Writing {
    void write() throws IOException;
  }

  private void later(Writing task) {
    try {
      writer.execute(() -> {
        try {
          task.write();
          complained = false;
        } catch (IOException | RuntimeException e) {
          complain(e.getMessage() == null ? e.toString() : e.getMessage());
        }
      });
    } catch (RejectedExecutionException e) {
      // What comes after the end of the lab belongs to no lab.
      System.getLogger(Journal.class.getName()).log(System.Logger.Level.DEBUG, "closed", e);
    }
  }

  private void complain(String why) {
    if (!complained) {
      complained = true;
      trouble.accept(
          "The lab's journal cannot be written ("
              + why
              + "); the lab goes on, but what happens now is missing from your evidence.");
    }
  }

  /** Writes what is still to be written, and lets go of the file. */
  @Override
  public void close() {
    later(() -> {
      if (file != null) {
        file.force();
        file.close();
      }
    });
    writer.shutdown();
    try {
      if (!writer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        complain("its disk does not answer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
