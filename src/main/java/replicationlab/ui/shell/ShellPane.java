package replicationlab.ui.shell;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import replicationlab.ui.kit.Icons;

/**
 * A pane that shares its place with others, as a tab.
 *
 * @param name on the tab
 * @param hint what it is for, in a sentence
 * @param make makes what it shows, when it is first chosen
 * @param opened gets each lab that is opened, and null when there is none
 * @param shown hears whether the pane shows: what costs anything rests while it does not
 */
record ShellPane(
    String name,
    Icons icon,
    String hint,
    Supplier<? extends Node> make,
    Consumer<@Nullable OpenLab> opened,
    Consumer<Boolean> shown) {}
