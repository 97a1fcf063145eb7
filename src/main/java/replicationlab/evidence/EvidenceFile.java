package replicationlab.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import replicationlab.files.WholeFile;
import replicationlab.files.WholeFile.Care;
import replicationlab.lab.Lab;
import replicationlab.progress.Workspace;

/**
 * A lab's evidence as one file, to be handed in: text, one JSON object a line, so that it can be
 * read with any editor and searched with any tool. First who and on what, then a line for each
 * step, then the journal as it stands in the workspace, at last the {@link Seal}.
 */
public final class EvidenceFile {

  /** What the files' names end with. */
  public static final String ENDING = ".evidence";

  static final int FORMAT = 1;

  private EvidenceFile() {}

  /** What a student's file is called: the name made fit for every system, and the lab's. */
  public static String name(String who, String lab) {
    String safe = who.strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+|-+$", "");
    return (safe.isEmpty() ? "student" : safe) + "-" + lab + ENDING;
  }

  /**
   * Writes a workspace's evidence; a file of that name is replaced only when the new one is whole.
   *
   * @param who the student's name, as it shall be shown
   * @return what was written, as {@link #open} reads it
   * @throws IllegalStateException if nothing has been done in the workspace yet
   * @throws IOException if the journal cannot be read or the file cannot be written
   */
  public static Evidence export(Workspace workspace, Lab lab, String who, Path target)
      throws IOException {
    List<ObjectNode> journal = journal(workspace);
    List<Entry> entries = new ArrayList<>();
    journal.forEach(line -> entries.add(Entry.of(entries.size() + 1, line)));
    List<String> lines = new ArrayList<>();
    String cover = Chain.START;
    ObjectNode header = header(lab, who, entries);
    cover = Chain.seal(cover, header);
    lines.add(Chain.text(header));
    for (StepRecord step : Account.of(lab.steps(), entries)) {
      ObjectNode line = StepLines.of(step);
      cover = Chain.seal(cover, line);
      lines.add(Chain.text(line));
    }
    journal.forEach(line -> lines.add(Chain.text(line)));
    ObjectNode seal = Chain.object().put("kind", "seal");
    seal.put("cover", cover);
    seal.put("journal", Chain.claimed(journal.getLast()));
    seal.put("lines", lines.size());
    Chain.seal(cover, seal);
    lines.add(Chain.text(seal));
    write(target, lines);
    return (Evidence) open(target);
  }

  /** The journal's whole lines; one that is just being written, or was torn, is not yet one. */
  private static List<ObjectNode> journal(Workspace workspace) throws IOException {
    Path file = workspace.journalFile();
    String text = Files.exists(file) ? Files.readString(file) : "";
    List<ObjectNode> lines =
        text.substring(0, text.lastIndexOf('\n') + 1)
            .lines()
            // What is no JSON was edited; it stays in, as a line that breaks the chain.
            .map(line -> Chain.parse(line).orElseGet(() -> Chain.object().put("unreadable", line)))
            .toList();
    if (lines.isEmpty()) {
      throw new IllegalStateException(
          "There is no evidence to export yet: nothing has been done in the workspace "
              + workspace.folder()
              + ".");
    }
    return lines;
  }

  private static ObjectNode header(Lab lab, String who, List<Entry> journal) {
    Entry opened =
        journal.stream()
            .filter(entry -> entry.is("opened"))
            .reduce((first, last) -> last)
            .orElse(journal.getFirst());
    ObjectNode header = Chain.object().put("kind", "evidence").put("format", FORMAT);
    header.put("who", who);
    header.put("lab", lab.id());
    header.put("title", lab.title());
    header.put("exported", Instant.now().toString());
    header.put("system", opened.text("system"));
    header.put("postgres", opened.text("postgres"));
    header.put("program", opened.text("program"));
    return header;
  }

  private static void write(Path target, List<String> lines) throws IOException {
    byte[] content = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    WholeFile.write(target.toAbsolutePath(), content, Care.OWNER_ONLY, Care.OUTLIVES_POWER_CUT);
  }

  /** Opens a file and looks whether it is as it was exported. Reads it: call off the FX thread. */
  public static Opened open(Path file) {
    return new EvidenceReader(file).read();
  }

  /** The evidence files among these files and in these folders (not below), by name. */
  public static List<Path> find(List<Path> places) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        try (var inside = Files.list(place)) {
          inside.filter(EvidenceFile::isNamedSo).sorted().forEach(found::add);
        }
      } else {
        found.add(place);
      }
    }
    return found.stream().distinct().toList();
  }

  private static boolean isNamedSo(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
  }
}
