package replicationlab.export;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import replicationlab.course.OpenedDeck;
import replicationlab.deck.Slide;

/**
 * A deck to be exported.
 *
 * @param target the PDF, or the folder of the pictures
 * @param everyStep whether each step of a slide has a page, and not only the last
 * @param replace whether what is there already may be replaced
 * @param major the major version of PostgreSQL whose changes are told; 9 stands for 9.6
 * @param asWritten whether slides are as of 9.0, as the course was written
 * @param rewriting changes a slide before it is shown, such as its ports
 */
public record ExportOrder(
    OpenedDeck deck,
    Form form,
    Path target,
    boolean everyStep,
    boolean replace,
    int major,
    boolean asWritten,
    UnaryOperator<Slide> rewriting) {}
