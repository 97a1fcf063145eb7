package replicationlab.ui.lab;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.checkpoint.MovedFolder;

/**
 * Where the lab leads to outside itself.
 *
 * @param slide shows a slide, counted from 1; the model's open step is where the reader comes from
 * @param openWorkspace shows the workspace's folder in the system's file manager
 * @param reset asks, then deletes the clusters and begins anew
 * @param type puts a command at the terminal's prompt, for the person to run
 * @param edit opens a file of the workspace in the editor, such as "data/postgresql.conf", at a
 *     line of it counted from 1; 0 for none
 * @param back asks, then goes back to a state of the lab
 * @param delete asks, then deletes a folder that was moved out of the way
 * @param output shows what the steps' commands have printed
 * @param drills shows the drills, to which the finished lab leads on; null where there are none
 */
public record LabLinks(
    IntConsumer slide,
    Runnable openWorkspace,
    Runnable reset,
    Consumer<String> type,
    ObjIntConsumer<String> edit,
    Consumer<Checkpoint> back,
    Consumer<MovedFolder> delete,
    Runnable output,
    @Nullable Runnable drills) {}
