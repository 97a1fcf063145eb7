package replicationlab.check;

import java.util.ArrayList;
import java.util.List;
import replicationlab.lab.Action;
import replicationlab.lab.Role;
import replicationlab.lab.Versions;

/** Puts a remedy together, action by action, in the words of the lab. */
final class Mend {

  private final List<Action> actions = new ArrayList<>();

  Mend run(String command) {
    actions.add(new Action.Command(0, Versions.ALL, command, false));
    return this;
  }

  /** SQL on the primary (5432) or the standby (5433), by psql. */
  Mend sql(int coursePort, String statement) {
    return run("psql -p " + coursePort + " -c \"" + statement + "\" postgres");
  }

  Mend session(String sql, String saveTo) {
    actions.add(
        new Action.Statement(0, Versions.ALL, sql, Role.PRIMARY, "backup of the remedy", saveTo));
    return this;
  }

  Mend settings(String file, String lines) {
    actions.add(new Action.Settings(0, Versions.ALL, lines, file));
    return this;
  }

  Mend hba(String file, String lines) {
    actions.add(new Action.HbaLines(0, Versions.ALL, lines, file));
    return this;
  }

  Mend replace(String file, String old, String by) {
    actions.add(new Action.Replacement(0, Versions.ALL, by, file, old));
    return this;
  }

  /** Takes a line out of use and leaves it to be read. */
  Mend commentOut(String file, String line) {
    return replace(file, line, "#" + line);
  }

  Mend mode(String mode, String file) {
    actions.add(new Action.Permissions(0, Versions.ALL, mode, file));
    return this;
  }

  /** Waits, as pg_ctl does by itself since 10: what is asked next must find the server there. */
  Mend start(String folder) {
    return folder.equals("data")
        ? run("pg_ctl -w -l logs/primary.log start")
        : run("PGDATA=" + folder + " pg_ctl -w -l logs/standby.log start");
  }

  Mend stop(String folder) {
    return run("pg_ctl -w -D " + folder + " -m fast stop");
  }

  /** As a crash would, for a server that obeys nothing else. */
  Mend stopAtOnce(String folder) {
    return run("pg_ctl -w -D " + folder + " -m immediate stop");
  }

  Mend restart(String folder) {
    String log = folder.equals("data") ? "primary" : "standby";
    return run("pg_ctl -w -D " + folder + " -m fast -l logs/" + log + ".log restart");
  }

  /** Starts a server that is not there, restarts one that is. */
  Mend bring(Side side) {
    return side.data().server().isPresent() ? restart(side.folder()) : start(side.folder());
  }

  Mend reload(String folder) {
    return run("pg_ctl -D " + folder + " reload");
  }

  Mend also(Mend other) {
    actions.addAll(other.actions);
    return this;
  }

  Remedy as(String words) {
    return new Remedy(words, actions);
  }
}
