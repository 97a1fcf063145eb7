package replicationlab.ui.home;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where Home leads.
 *
 * @param slides to the slide that is open
 * @param lab to the open step of the lab
 * @param settings to what the lab runs with
 */
public record HomeLinks(
    Runnable slides,
    Runnable lab,
    Consumer<Path> deck,
    Runnable otherDeck,
    Runnable settings,
    Runnable exportEvidence,
    Runnable classOverview) {}
