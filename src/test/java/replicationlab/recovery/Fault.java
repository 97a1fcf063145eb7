package replicationlab.recovery;

/** What can happen to a lab in the middle of a step. */
enum Fault {
  LAB_KILLED("lab killed", false),
  POWER_CUT("power cut", false),
  ASLEEP("laptop asleep", false),
  TWO_WINDOWS("two windows", false),
  SERVERS_KILLED("servers killed", false),
  PORT_TAKEN("port taken", false),
  MOVED("workspace moved", false),
  READ_ONLY("read-only", true),
  DISK_FULL("disk full", true);

  final String words;

  /** Whether it needs a disk of its own: root writes in spite of permissions. */
  final boolean ofTheDisk;

  Fault(String words, boolean ofTheDisk) {
    this.words = words;
    this.ofTheDisk = ofTheDisk;
  }
}
