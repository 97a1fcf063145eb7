package replicationlab.ui.kit;

import com.sun.glass.ui.Application;

/**
 * The name by which a desktop tells whose a window is: {@code WM_CLASS} on Linux. Where it is the
 * one of the program's entry in the desktop's menu, the window gets its icon, and no second one.
 */
public final class DesktopName {

  /** As {@code StartupWMClass} in the installed {@code replication-lab.desktop} has it. */
  public static final String NAME = "Replication Lab";

  private DesktopName() {}

  /** Before the first window is made, on JavaFX's thread; else it is "java", as of many others. */
  public static void set() {
    try {
      // JavaFX names by itself only what is started by a class of its own, and has no public way.
      Application.GetApplication().setName(NAME);
    } catch (LinkageError withAnotherJavaFx) {
      System.getLogger(DesktopName.class.getName())
          .log(
              System.Logger.Level.DEBUG,
              "the windows have no name of their own",
              withAnotherJavaFx);
    }
  }
}
