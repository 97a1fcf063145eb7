package replicationlab.run;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import replicationlab.check.ProofReport;
import replicationlab.drill.Drill;

/**
 * Drills in a lab that somebody is doing. What takes time runs on threads of its own; a future that
 * fails has a sentence for the person.
 */
public interface Drilling {

  /** The major of the lab, 9 for 9.6. */
  int major();

  /** The name of the drill that is set; empty if none is. */
  String current();

  /** The rows of the proof that fail since the drill is set; empty until it is known. */
  Set<String> failing();

  /** The rows that the person said would fail; empty while the person has not said. */
  Optional<Set<String>> foreseen();

  /** Remembers what the person says will fail. */
  void foresee(Set<String> rows);

  /** Whether the person has been told what is wrong with the drill that is set. */
  boolean wasTold();

  /** Remembers that the person has been told. */
  void told();

  /** The drills that the person has found and mended. */
  Set<String> solved();

  /** The drills that were mended for the person. */
  Set<String> shown();

  /**
   * Breaks the lab as the drill has it; answers with the proof that then fails. Fails if the
   * standby was not proven before, or if the fault does not show.
   */
  CompletableFuture<ProofReport> set(Drill drill);

  /**
   * Verifies the mend by the proof; what passes is remembered.
   *
   * @param byThePerson as solved; else as shown, since the cause or its remedy had been told
   */
  CompletableFuture<ProofReport> check(boolean byThePerson);

  /** Carries out the remedy that the checker names, and verifies it. */
  CompletableFuture<ProofReport> showMe();

  /** Ends what runs. */
  void cancel();
}
