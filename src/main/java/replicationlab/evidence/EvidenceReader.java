package replicationlab.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one evidence file line by line, and finds the first line that is not as it was. */
final class EvidenceReader {

  /** An export is at most 8 MB of journal and some lines; what is much longer is none. */
  private static final long LONGEST = 32L << 20;

  private static final String BEGIN = "{\"kind\":\"evidence\"";

  private final Path file;
  private final List<StepRecord> steps = new ArrayList<>();
  private final List<Entry> journal = new ArrayList<>();
  private String cover = Chain.START;
  private String head = Chain.START;
  private boolean sealed;
  private @Nullable Seal broken;

  EvidenceReader(Path file) {
    this.file = file;
  }

  Opened read() {
    List<String> lines;
    try {
      if (Files.isDirectory(file)) {
        return unreadable("is a folder; name the files in it");
      }
      if (Files.size(file) > LONGEST) {
        return unreadable("is too large to be an evidence file of Replication Lab");
      }
      String text = Files.readString(file);
      // Some editors begin a text with this mark.
      lines = text.substring(text.startsWith("\uFEFF") ? 1 : 0).lines().toList();
    } catch (NoSuchFileException e) {
      return unreadable("does not exist");
    } catch (CharacterCodingException e) {
      return unreadable(
          beginsAsEvidence()
              ? "is damaged: it is not UTF-8 any more; ask for it once more"
              : "is not an evidence file of Replication Lab");
    } catch (IOException e) {
      return unreadable("cannot be read: " + e);
    }
    Optional<ObjectNode> header = lines.isEmpty() ? Optional.empty() : Chain.parse(lines.get(0));
    if (header.isEmpty() || !header.get().path("kind").asText().equals("evidence")) {
      return unreadable("is not an evidence file of Replication Lab");
    }
    if (header.get().path("format").asInt() != EvidenceFile.FORMAT) {
      return unreadable(
          "has the format "
              + header.get().path("format").asText()
              + ", which this version of the program does not know; a newer one may");
    }
    for (int i = 0; i < lines.size(); i++) {
      take(i + 1, lines.get(i));
    }
    if (!sealed) {
      isBroken(lines.size(), "the end is missing after line " + lines.size());
    }
    return evidence(header.get());
  }

  /** A mail program or a disk may have spoilt what follows. */
  private boolean beginsAsEvidence() {
    try (InputStream in = Files.newInputStream(file)) {
      String begin = new String(in.readNBytes(BEGIN.length()), StandardCharsets.ISO_8859_1);
      return begin.equals(BEGIN);
    } catch (IOException e) {
      return false;
    }
  }

  private void take(int number, String text) {
    Optional<ObjectNode> parsed = Chain.parse(text);
    if (parsed.isEmpty()) {
      if (!text.isBlank()) {
        isBroken(number, "line " + number + " is no longer JSON");
      }
      return;
    }
    ObjectNode line = parsed.get();
    if (sealed) {
      isBroken(number, "line " + number + " was added after the seal");
    } else if (line.has("n")) {
      journal.add(Entry.of(number, line));
      if (line.path("n").asInt() > journal.size()) {
        isBroken(number, "lines are missing before line " + number);
      }
      head = follow(head, number, line);
    } else if (line.path("kind").asText().equals("seal")) {
      sealed = true;
      seal(number, line);
    } else {
      if (!journal.isEmpty()) {
        isBroken(number, "line " + number + step(line) + " is not where it was");
      }
      cover = follow(cover, number, line);
      if (line.path("kind").asText().equals("step")) {
        steps.add(StepLines.read(line));
      }
    }
  }

  private String follow(String before, int number, ObjectNode line) {
    if (!Chain.claimed(line).equals(Chain.hash(before, line))) {
      isBroken(number, "line " + number + step(line) + " is not as it was exported");
    }
    return Chain.claimed(line);
  }

  private void seal(int number, ObjectNode line) {
    if (!line.path("cover").asText().equals(cover)
        || !line.path("journal").asText().equals(head)
        || line.path("lines").asInt() != 1 + steps.size() + journal.size()) {
      isBroken(number, "lines are missing before the seal in line " + number);
    } else if (!Chain.claimed(line).equals(Chain.hash(cover, line))) {
      isBroken(number, "the seal itself, line " + number + ", is not as it was exported");
    }
  }

  private static String step(ObjectNode line) {
    String step = line.path("step").asText();
    String kind = line.path("kind").asText();
    return !step.isEmpty()
        ? ", step " + step + ","
        : kind.equals("evidence") ? ", who and on what," : "";
  }

  private void isBroken(int line, String words) {
    if (broken == null) {
      broken = new Seal(false, line, "Edited: " + words + ".");
    }
  }

  private Evidence evidence(ObjectNode header) {
    Instant exported = exported(header);
    Seal whole = new Seal(true, 0, "As exported on " + Dates.of(exported) + ".");
    return new Evidence(
        file,
        header.path("who").asText(),
        header.path("lab").asText(),
        header.path("title").asText(),
        new Machine(
            header.path("system").asText(),
            header.path("postgres").asText(),
            header.path("program").asText()),
        exported,
        steps,
        journal,
        broken == null ? whole : broken);
  }

  private static Instant exported(ObjectNode header) {
    try {
      return Instant.parse(header.path("exported").asText());
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  private Opened.Unreadable unreadable(String why) {
    return new Opened.Unreadable(file, file.getFileName() + " " + why + ".");
  }
}
