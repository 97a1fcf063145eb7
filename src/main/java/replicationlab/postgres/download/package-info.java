/**
 * Fetches majors that do not come with the program: which there are, where they are fetched from,
 * and a transfer that ends with a verified file or with nothing; and removes them again. Imports
 * {@code postgres.install} and {@code process}.
 */
@NullMarked
package replicationlab.postgres.download;

import org.jspecify.annotations.NullMarked;
