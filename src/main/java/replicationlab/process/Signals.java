package replicationlab.process;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The two signals that Java cannot send. By a call into the C library, because starting a program
 * such as {@code kill} takes longer than the whole pause that they are for.
 */
final class Signals {

  private static final String SYSTEM = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  private static final boolean LINUX = SYSTEM.contains("linux");
  private static final boolean MAC = SYSTEM.contains("mac");

  // The numbers of signal(7) for x86 and ARM, and of macOS's sys/signal.h.
  private static final int STOP = LINUX ? 19 : 17;
  private static final int CONTINUE = LINUX ? 18 : 19;

  private static final Optional<MethodHandle> KILL = kill();

  static final boolean AVAILABLE = KILL.isPresent();
  static final boolean TELLS_STATES = LINUX && Files.exists(Path.of("/proc/self/stat"));

  private Signals() {}

  @SuppressWarnings("restricted") // the program is started with native access enabled
  private static Optional<MethodHandle> kill() {
    if (!LINUX && !MAC) {
      return Optional.empty();
    }
    try {
      Linker linker = Linker.nativeLinker();
      FunctionDescriptor shape =
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
      return linker.defaultLookup().find("kill").map(kill -> linker.downcallHandle(kill, shape));
    } catch (IllegalCallerException | UnsupportedOperationException notHere) {
      return Optional.empty();
    }
  }

  static void stop(long pid) {
    send(pid, STOP);
  }

  static void resume(long pid) {
    send(pid, CONTINUE);
  }

  /** A process that is gone is no problem; ids below 2 would mean groups or the system's first. */
  private static void send(long pid, int signal) {
    if (pid < 2) {
      throw new IllegalArgumentException("no process of ours: " + pid);
    }
    try {
      int _ = (int) KILL.orElseThrow().invokeExact(Math.toIntExact(pid), signal);
    } catch (Throwable e) {
      throw new IllegalStateException("Process " + pid + " cannot be signalled: " + e, e);
    }
  }
}
