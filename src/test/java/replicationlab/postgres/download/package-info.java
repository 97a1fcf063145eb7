@NullMarked
package replicationlab.postgres.download;

import org.jspecify.annotations.NullMarked;
