/** What the tests of the views share: pictures of them, and a lab to show. */
@NullMarked
package replicationlab.ui;

import org.jspecify.annotations.NullMarked;
