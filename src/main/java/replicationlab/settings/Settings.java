package replicationlab.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the program remembers between two starts. Values out of range are brought into
 * it, so that a file edited by hand does no harm.
 *
 * @param fontScale how much bigger than usual text is: 0.7 to 2.5
 * @param repository the Maven repository that more servers are fetched from; empty for the usual
 *     one
 * @param way how the person does labs
 * @param asWritten whether slides and steps show what PostgreSQL had when the course was written,
 *     and not what the chosen version has
 * @param who the name under which the person hands evidence in; empty until asked
 * @param motion whether things move by themselves
 * @param logging how much the program's own log holds
 */
public record Settings(
    Look look,
    double fontScale,
    Window window,
    Layout layout,
    LabChoice lab,
    Decks decks,
    String repository,
    boolean asWritten,
    Way way,
    String who,
    Motion motion,
    Logging logging,
    Presenting presenting) {

  /** What a first start begins with. */
  public static final Settings DEFAULTS =
      new Settings(
          Look.SYSTEM,
          1,
          new Window(null, false),
          new Layout(true, true, true, true, 0.16, 0.61, 0.64, 0.79),
          new LabChoice("", "", 5432, 5433),
          new Decks("", Map.of(), List.of()),
          "",
          false,
          Way.GUIDED,
          "",
          Motion.AS_THE_SYSTEM,
          Logging.NORMAL,
          new Presenting(null, 1, 0));

  /** How much the program writes into its own log, in the workspace. */
  public enum Logging {
    /** Nothing. */
    OFF,
    /** What was opened, run, found and refused. */
    NORMAL,
    /** Each command's output too. */
    EVERYTHING
  }

  /** How a person does labs. */
  public enum Way {
    /** With each step's command in sight. */
    GUIDED,
    /** With hints on demand only. */
    ON_MY_OWN
  }

  /** Light, dark, as the system has it, or all in black and white with bright signs. */
  public enum Look {
    LIGHT,
    DARK,
    SYSTEM,
    HIGH_CONTRAST
  }

  /** Whether diagrams and the like move. */
  public enum Motion {
    AS_THE_SYSTEM,
    REDUCED
  }

  /**
   * Where the window was.
   *
   * @param bounds null until it has been somewhere
   */
  public record Window(@Nullable Bounds bounds, boolean maximised) {}

  /** A place on the screens, in JavaFX's pixels. */
  public record Bounds(double x, double y, double width, double height) {}

  /**
   * How slides are presented.
   *
   * @param audience the bounds of the screen that the audience had last; null for none
   * @param notesScale how much bigger than usual the speaker's notes are: 0.7 to 3
   * @param talkBegan from when the clock of a talk counts, in seconds since 1970; 0 while none runs
   */
  public record Presenting(@Nullable Bounds audience, double notesScale, long talkBegan) {
    public Presenting {
      notesScale = within(0.7, notesScale, 3);
    }

    /** With another screen for the audience; null for whichever is free. */
    public Presenting withAudience(@Nullable Bounds newAudience) {
      return new Presenting(newAudience, notesScale, talkBegan);
    }

    /** With notes of another size. */
    public Presenting withNotesScale(double newNotesScale) {
      return new Presenting(audience, newNotesScale, talkBegan);
    }

    /** With a talk that began at another time, or with none. */
    public Presenting withTalkBegan(long newTalkBegan) {
      return new Presenting(audience, notesScale, newTalkBegan);
    }
  }

  /**
   * Which parts are shown, and where the dividers stand as fractions of what they divide: outline
   * from slide, slide from lab, lab from checker, all of these from the console.
   */
  public record Layout(
      boolean outline,
      boolean lab,
      boolean checker,
      boolean console,
      double outlineEnd,
      double slideEnd,
      double labEnd,
      double consoleStart) {
    public Layout {
      outlineEnd = within(0, outlineEnd, 1);
      slideEnd = within(0, slideEnd, 1);
      labEnd = within(0, labEnd, 1);
      consoleStart = within(0, consoleStart, 1);
    }
  }

  /**
   * What the lab runs with.
   *
   * @param workspace the folder; empty for the usual one
   * @param postgres a major version ("18", "9.6") or the folder of an installation; empty for the
   *     usual one
   */
  public record LabChoice(String workspace, String postgres, int primaryPort, int standbyPort) {
    public LabChoice {
      Objects.requireNonNull(workspace);
      Objects.requireNonNull(postgres);
      primaryPort = isPort(primaryPort) ? primaryPort : 5432;
      standbyPort = isPort(standbyPort) && standbyPort != primaryPort ? standbyPort : 5433;
      standbyPort = standbyPort == primaryPort ? primaryPort - 1 : standbyPort;
    }

    private static boolean isPort(int number) {
      return 1 <= number && number <= 65_535;
    }
  }

  /**
   * Where the reader is in each deck.
   *
   * @param last the deck that was open; empty for the course
   * @param slides by the deck's file: the slide, counted from 1
   * @param recent the files opened last, newest first, at most eight
   */
  public record Decks(String last, Map<String, Integer> slides, List<String> recent) {
    private static final int REMEMBERED = 8;

    public Decks {
      Objects.requireNonNull(last);
      slides = Map.copyOf(new TreeMap<>(slides));
      recent = recent.stream().distinct().limit(REMEMBERED).toList();
    }

    /** The slide to begin with: 1 in a deck never seen. */
    public int slideIn(String deck) {
      return slides.getOrDefault(deck, 1);
    }

    /** With the reader at a slide of a deck. */
    public Decks at(String deck, int slide) {
      Map<String, Integer> all = new TreeMap<>(slides);
      all.put(deck, slide);
      return new Decks(last, all, recent);
    }

    /** With a deck as the one that was opened last. */
    public Decks opened(String deck) {
      List<String> all = new ArrayList<>(recent);
      all.remove(deck);
      all.addFirst(deck);
      return new Decks(deck, slides, all);
    }
  }

  public Settings {
    Objects.requireNonNull(look);
    Objects.requireNonNull(window);
    Objects.requireNonNull(layout);
    Objects.requireNonNull(lab);
    Objects.requireNonNull(decks);
    Objects.requireNonNull(repository);
    Objects.requireNonNull(way);
    Objects.requireNonNull(who);
    Objects.requireNonNull(motion);
    Objects.requireNonNull(logging);
    Objects.requireNonNull(presenting);
    fontScale = within(0.7, fontScale, 2.5);
  }

  /** With another look. */
  public Settings with(Look newLook) {
    return changed(all -> all.look = newLook);
  }

  /** With bigger or smaller text. */
  public Settings withFontScale(double newScale) {
    return changed(all -> all.fontScale = newScale);
  }

  /** With the window elsewhere. */
  public Settings with(Window newWindow) {
    return changed(all -> all.window = newWindow);
  }

  /** With other parts shown, or dividers elsewhere. */
  public Settings with(Layout newLayout) {
    return changed(all -> all.layout = newLayout);
  }

  /** With another server, workspace or pair of ports. */
  public Settings with(LabChoice newLab) {
    return changed(all -> all.lab = newLab);
  }

  /** With other places in the decks. */
  public Settings with(Decks newDecks) {
    return changed(all -> all.decks = newDecks);
  }

  /** With another repository. */
  public Settings withRepository(String newRepository) {
    return changed(all -> all.repository = newRepository);
  }

  /** With slides and steps as they were written, or as of now. */
  public Settings withAsWritten(boolean newAsWritten) {
    return changed(all -> all.asWritten = newAsWritten);
  }

  /** With another way of doing labs. */
  public Settings with(Way newWay) {
    return changed(all -> all.way = newWay);
  }

  /** With another name on evidence. */
  public Settings withWho(String newWho) {
    return changed(all -> all.who = newWho);
  }

  /** With more or less motion. */
  public Settings with(Motion newMotion) {
    return changed(all -> all.motion = newMotion);
  }

  /** With more or less in the log. */
  public Settings with(Logging newLogging) {
    return changed(all -> all.logging = newLogging);
  }

  /** With another way of presenting. */
  public Settings with(Presenting newPresenting) {
    return changed(all -> all.presenting = newPresenting);
  }

  private Settings changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /** All components, to be changed one by one. */
  private static final class Draft {
    Look look;
    double fontScale;
    Window window;
    Layout layout;
    LabChoice lab;
    Decks decks;
    String repository;
    boolean asWritten;
    Way way;
    String who;
    Motion motion;
    Logging logging;
    Presenting presenting;

    Draft(Settings from) {
      look = from.look;
      fontScale = from.fontScale;
      window = from.window;
      layout = from.layout;
      lab = from.lab;
      decks = from.decks;
      repository = from.repository;
      asWritten = from.asWritten;
      way = from.way;
      who = from.who;
      motion = from.motion;
      logging = from.logging;
      presenting = from.presenting;
    }

    Settings settings() {
      return new Settings(
          look,
          fontScale,
          window,
          layout,
          lab,
          decks,
          repository,
          asWritten,
          way,
          who,
          motion,
          logging,
          presenting);
    }
  }

  private static double within(double least, double value, double most) {
    return Double.isNaN(value) ? least : Math.clamp(value, least, most);
  }
}
