package replicationlab.check;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import replicationlab.postgres.cluster.RoleNames;
import replicationlab.postgres.config.HbaClient;
import replicationlab.postgres.config.HbaFile;
import replicationlab.postgres.config.HbaRule;

/** Why a server that answers does not let the checker in. */
final class LockedOut {

  private static final String TRUST = "host  postgres  postgres  127.0.0.1/32  trust";

  private static final String CREATE_ROLE = "CREATE ROLE postgres SUPERUSER LOGIN REPLICATION";

  private final Side side;
  private final Map<String, String> environment;

  LockedOut(Side side) {
    this(side, System.getenv());
  }

  /**
   * @param environment where the checker may have its password from
   */
  LockedOut(Side side, Map<String, String> environment) {
    this.side = side;
    this.environment = environment;
  }

  Optional<Explanation> find(String words) {
    return Diagnosis.first(() -> noRole(words), () -> noDatabase(words), this::password, this::hba);
  }

  private Optional<Explanation> noRole(String words) {
    return Diagnosis.when(words.contains("role \"postgres\" does not exist"), this::noRole);
  }

  /** Also of a cluster whose files have no such role, whether its server runs or not. */
  Explanation noRole() {
    Optional<String> superuser = superuser();
    String cause =
        "The "
            + side.name()
            + " has no role postgres"
            + superuser.map(name -> "; a superuser of it is called " + name + ".").orElse(".");
    String words =
        "Make that role, as the superuser that there is"
            + (superuser.isPresent() ? "." : ": the name that you gave to initdb -U, or your own.");
    return superuser
        .filter(name -> name.matches("[A-Za-z_][A-Za-z0-9_-]*"))
        .map(name -> new Explanation("no-postgres-role", cause, make(name).as(words)))
        .orElseGet(
            () -> Explanation.of("no-postgres-role", cause, words + " Type: " + CREATE_ROLE + ";"));
  }

  private Mend make(String superuser) {
    boolean runs = side.data().server().isPresent();
    return (runs ? new Mend() : new Mend().start(side.folder()))
        .run("psql -U " + superuser + " -p 5432 -c \"" + CREATE_ROLE + "\" postgres");
  }

  /** By the cluster's file; else whoever owns the directory ran initdb, and may be let in. */
  private Optional<String> superuser() {
    return RoleNames.firstSuperuser(side.data())
        // Renamed since the file was written.
        .filter(name -> !name.equals("postgres"))
        .or(() ->
            candidates()
                .filter(name -> name.matches("[a-z_][a-z0-9_-]*"))
                .filter(name -> side.asking().letsIn(side.cluster(), name))
                .findFirst());
  }

  private Stream<String> candidates() {
    String user = System.getProperty("user.name");
    try {
      return Stream.of(Files.getOwner(side.cluster().data()).getName(), user, "nobody").distinct();
    } catch (IOException e) {
      return Stream.of(user, "nobody").distinct();
    }
  }

  private Optional<Explanation> noDatabase(String words) {
    return Diagnosis.when(
        words.contains("database \"postgres\" does not exist"),
        () ->
            new Explanation(
                "no-postgres-database",
                "The " + side.name() + " has no database postgres any more.",
                new Mend()
                    .run("psql -p 5432 -c \"CREATE DATABASE postgres\" template1")
                    .as("Make it on the primary; the standby gets it from there.")));
  }

  /**
   * The pair may be all right: only the checker cannot tell. The driver looks into the password
   * file as libpq does.
   */
  private Optional<Explanation> password() {
    String file = side.hbaName();
    int port = side.coursePort();
    // Then it does not look into a file.
    boolean fromEnvironment = !environment.getOrDefault("PGPASSWORD", "").isEmpty();
    try {
      return HbaFile.read(side.hbaFile(), side.system().major())
          .decides("postgres", HbaClient.of("postgres"))
          .filter(rule -> StandbyPassword.ASKED_BY.contains(rule.method()))
          .map(rule ->
              new Explanation(
                  "hba-asks-checker-password",
                  "A line of "
                      + file
                      + " asks for a password, and the checker has none that is right"
                      + (fromEnvironment ? " (it has shown that of PGPASSWORD): " : ": ")
                      + rule.text().strip(),
                  new Mend()
                      .replace(file, rule.text(), TRUST + "\n" + rule.text())
                      .reload(side.folder())
                      .as(
                          (fromEnvironment
                                  ? "Start the program with the right PGPASSWORD, or without any"
                                      + " and with the line 127.0.0.1:"
                                  : "Put the line 127.0.0.1:")
                              + port
                              + ":postgres:postgres:PASSWORD "
                              + (fromEnvironment ? "in" : "into")
                              + " your password file ("
                              + PasswordFile.USUAL
                              + ", or what PGPASSFILE names) and check"
                              + " again; or let the checker in without one, and reload the"
                              + " server.")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<Explanation> hba() {
    String file = side.hbaName();
    try {
      HbaFile hba = HbaFile.read(side.hbaFile(), side.system().major());
      Optional<HbaRule> rule = hba.decides("postgres", HbaClient.of("postgres"));
      if (rule.filter(each -> each.method().equals("trust")).isPresent()) {
        return Optional.empty();
      }
      Mend mend = new Mend();
      rule.ifPresent(each -> mend.commentOut(file, each.text()));
      return Optional.of(
          new Explanation(
              "hba-locks-out",
              rule.map(each ->
                      "A line of "
                          + file
                          + " keeps ordinary connections from this machine out: "
                          + each.text().strip())
                  .orElse(
                      "No line of "
                          + file
                          + " lets ordinary connections from this machine in; the"
                          + " one for replication does not count for them."),
              mend.hba(file, "host  all  all  127.0.0.1/32  trust")
                  .reload(side.folder())
                  .as("Let there be a line for them too, and reload the server.")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
