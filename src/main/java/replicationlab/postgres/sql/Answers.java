package replicationlab.postgres.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Field;
import org.postgresql.core.Query;
import org.postgresql.core.ResultCursor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.Tuple;
import org.postgresql.core.TypeInfo;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/**
 * Collects all that the server sends for one text. JDBC's own result sets would keep the command
 * tags to themselves and read values into Java's types.
 */
final class Answers extends ResultHandlerBase {

  /** psql shows the tag of these below their rows, and of no others. */
  private static final Set<String> TAG_BELOW_ROWS = Set.of("INSERT", "UPDATE", "DELETE", "MERGE");

  private record Rows(List<Field> fields, List<Tuple> tuples) {}

  private record Answer(@Nullable Rows rows, String tag, List<String> notices) {}

  private final List<Answer> answers = new ArrayList<>();
  private List<String> notices = new ArrayList<>();
  private @Nullable Rows pending;

  @Override
  public void handleResultRows(
      Query query, Field[] fields, List<Tuple> tuples, @Nullable ResultCursor cursor) {
    pending = new Rows(List.of(fields), tuples);
  }

  @Override
  public void handleCommandStatus(String status, long updateCount, long insertOid) {
    answers.add(new Answer(pending, status.equals("EMPTY") ? "" : status, notices));
    pending = null;
    notices = new ArrayList<>();
  }

  @Override
  public void handleWarning(SQLWarning warning) {
    ServerErrorMessage message =
        warning instanceof PSQLWarning fromServer ? fromServer.getServerErrorMessage() : null;
    notices.add(
        message == null
            ? "NOTICE:  " + warning.getMessage()
            : ServerWords.of(
                String.valueOf(message.getSeverity()),
                String.valueOf(message.getMessage()),
                message.getDetail(),
                message.getHint()));
  }

  /** One result for each statement; notices of a statement that failed come in one of their own. */
  List<QueryResult> results(TypeInfo types) {
    List<QueryResult> results = new ArrayList<>();
    answers.forEach(answer -> results.add(result(answer, types)));
    if (!notices.isEmpty()) {
      results.add(new QueryResult(List.of(), List.of(), List.of(), "", notices));
    }
    return results;
  }

  private static QueryResult result(Answer answer, TypeInfo types) {
    Rows rows = answer.rows();
    if (rows == null) {
      return new QueryResult(List.of(), List.of(), List.of(), answer.tag(), answer.notices());
    }
    List<String> columns = new ArrayList<>();
    List<String> typeNames = new ArrayList<>();
    for (Field field : rows.fields()) {
      columns.add(field.getColumnLabel());
      typeNames.add(name(field.getOID(), types));
    }
    List<List<@Nullable String>> texts = new ArrayList<>();
    rows.tuples().forEach(tuple -> texts.add(texts(tuple)));
    String verb = answer.tag().split(" ", 2)[0];
    String tag = TAG_BELOW_ROWS.contains(verb) ? answer.tag() : "";
    return new QueryResult(columns, typeNames, texts, tag, answer.notices());
  }

  private static List<@Nullable String> texts(Tuple tuple) {
    List<@Nullable String> texts = new ArrayList<>();
    for (int i = 0; i < tuple.fieldCount(); i++) {
      byte[] value = tuple.get(i);
      texts.add(value == null ? null : new String(value, UTF_8));
    }
    return texts;
  }

  private static String name(int oid, TypeInfo types) {
    try {
      String name = types.getPGType(oid);
      return name == null ? "unknown" : name;
    } catch (SQLException cannotBeAskedNow) {
      // The driver asks the server about a type that it does not know, and a failed transaction
      // answers nothing.
      return "unknown";
    }
  }
}
