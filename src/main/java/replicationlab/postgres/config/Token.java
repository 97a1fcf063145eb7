package replicationlab.postgres.config;

/**
 * A piece of a line, for colouring and for reading.
 *
 * @param start its first character's place in the line, from 0
 * @param end the place after its last character
 */
public record Token(Kind kind, int start, int end) {

  /** What a piece is. */
  public enum Kind {
    COMMENT,
    /** A parameter's name. */
    NAME,
    /** The equals sign, which may be left out. */
    EQUALS,
    /** A quoted value. */
    STRING,
    /** A number, without its unit. */
    NUMBER,
    /** kB, MB, s, min … */
    UNIT,
    /** A value without quotes. */
    WORD,
    /** pg_hba.conf: local, host … */
    TYPE,
    /** pg_hba.conf: which databases; {@code replication} among them. */
    DATABASE,
    /** pg_hba.conf and pg_ident.conf: which users. */
    USER,
    /** pg_hba.conf: from where, with its mask. */
    ADDRESS,
    /** pg_hba.conf: trust, reject, scram-sha-256 … */
    METHOD,
    /** pg_hba.conf: what follows the method. */
    OPTION,
    /** What has no place in such a line. */
    STRAY
  }

  /** Its characters. */
  public String in(String line) {
    return line.substring(start, end);
  }
}
