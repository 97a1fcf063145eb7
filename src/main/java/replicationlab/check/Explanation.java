package replicationlab.check;

/** Why something is wrong and what to do about it, in plain words. */
public record Explanation(String cause, String remedy) {}
