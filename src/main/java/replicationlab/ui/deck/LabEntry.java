package replicationlab.ui.deck;

import javafx.beans.value.ObservableValue;

/**
 * A lab in the outline, under the slides.
 *
 * @param progress how far it is, such as "3/12"
 * @param open shows it
 */
public record LabEntry(String title, ObservableValue<String> progress, Runnable open) {}
