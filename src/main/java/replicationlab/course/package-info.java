/**
 * Finds {@code lessons/} and {@code assets/} beside the program and pairs decks, labs, diagrams and
 * the list of what PostgreSQL has renamed since the course was written. Imports the models only.
 */
@NullMarked
package replicationlab.course;

import org.jspecify.annotations.NullMarked;
