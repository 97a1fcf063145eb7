package replicationlab.ui.reading;

import replicationlab.ui.kit.Icons;

/**
 * A step of the lab, at the slide that explains it.
 *
 * @param name such as "Step 3: Start the primary"
 * @param state whether it is done
 * @param open shows the step
 */
public record StepLink(String name, Icons state, Runnable open) {}
