package replicationlab.ui.console;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A server's log.
 *
 * @param title the tab's
 * @param file where it is now, or will be; null while nobody knows; called on a thread of our own
 */
public record LogSource(String title, Supplier<@Nullable Path> file) {}
