/** What tests of servers share. */
@NullMarked
package replicationlab.postgres;

import org.jspecify.annotations.NullMarked;
