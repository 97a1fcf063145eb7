package replicationlab.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether both servers have the same tables, indexes and the like in the lab's database, with the
 * same files. A standby that has skipped WAL may stream, and bring every new row, without them.
 */
final class SameTables {

  /**
   * With whether there is anything in its file: a page of the catalog that comes whole brings names
   * along whose files never came. Nothing of a session's own: temporary tables come and go. Those
   * of the system have no name of their own to tell anybody.
   */
  static final String LIST =
      "SELECT nspname || '.' || relname, relkind, relfilenode, relkind IN ('r', 'i') AND"
          + " relpersistence = 'p' AND pg_relation_size(pg_class.oid) > 0 FROM pg_class"
          + " JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE relpersistence <> 't'"
          + " AND nspname !~ '^pg_' AND nspname <> 'information_schema' ORDER BY 1";

  private static final int NAMED = 3;

  private final LabSystem system;
  private final Asking asking;
  private final ReplayWait replay;
  private int count;
  private boolean compared;

  SameTables(LabSystem system, Asking asking, ReplayWait replay) {
    this.system = system;
    this.asking = asking;
    this.replay = replay;
  }

  /** What came of the comparison that found no difference. */
  String words() {
    return compared
        ? "tables, indexes and the like: the same " + count + " on both"
        : "tables, indexes and the like: not compared, because one of the servers did not tell"
            + " them in time";
  }

  /**
   * What is different, in words; empty if nothing is. Others may make and drop tables meanwhile: so
   * only what was there, or not, on every look counts.
   */
  Optional<String> difference() {
    Optional<Set<List<String>>> first = primary();
    Optional<Set<List<String>>> copied = standby();
    compared = first.isPresent() && copied.isPresent();
    if (!compared || first.equals(copied)) {
      return Optional.empty();
    }
    Optional<Set<List<String>>> second = primary();
    Optional<Set<List<String>>> again = standby();
    Optional<Set<List<String>>> third = primary();
    compared = second.isPresent() && again.isPresent() && third.isPresent();
    if (!compared) {
      return Optional.empty();
    }
    Set<List<String>> missing = common(first.get(), common(second.get(), third.get()));
    missing.removeAll(copied.get());
    missing.removeAll(again.get());
    Set<List<String>> tooMany = common(copied.get(), again.get());
    tooMany.removeAll(first.get());
    tooMany.removeAll(second.get());
    tooMany.removeAll(third.get());
    return words(missing, tooMany);
  }

  private static Optional<String> words(Set<List<String>> missing, Set<List<String>> tooMany) {
    Set<String> here = names(missing);
    Set<String> there = names(tooMany);
    Set<String> both = common(here, there);
    here.removeAll(both);
    there.removeAll(both);
    List<String> words = new ArrayList<>();
    add(words, here, " only on the primary");
    add(words, there, " only on the standby");
    add(words, both, " in another file on the standby than on the primary");
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words));
  }

  private static void add(List<String> words, Set<String> names, String where) {
    if (!names.isEmpty()) {
      words.add(
          String.join(", ", names.stream().limit(NAMED).toList())
              + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "")
              + (names.size() > 1 ? " are" : " is")
              + where);
    }
  }

  private static Set<String> names(Set<List<String>> relations) {
    Set<String> names = new LinkedHashSet<>();
    relations.forEach(relation -> names.add(relation.getFirst()));
    return names;
  }

  private static <T> Set<T> common(Set<T> one, Set<T> other) {
    Set<T> common = new LinkedHashSet<>(one);
    common.retainAll(other);
    return common;
  }

  private Optional<Set<List<String>>> primary() {
    Optional<Set<List<String>>> list = relations(asking.ask(system.primary(), LIST));
    count = list.map(Set::size).orElse(0);
    return list;
  }

  /** As of then, or later. */
  private Optional<Set<List<String>>> standby() {
    return replay.untilNow() ? relations(asking.ask(system.standby(), LIST)) : Optional.empty();
  }

  private static Optional<Set<List<String>>> relations(Asking.Answer answer) {
    Set<List<String>> relations = new LinkedHashSet<>();
    answer.rows().forEach(row -> relations.add(row.stream().map(String::valueOf).toList()));
    return answer.answered() ? Optional.of(relations) : Optional.empty();
  }
}
