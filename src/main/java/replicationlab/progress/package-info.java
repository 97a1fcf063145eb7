/**
 * The workspace: a folder with our marker in which the lab keeps its clusters and what the student
 * has done. The only package that deletes folders, and only inside a marked workspace. Imports of
 * ours only {@code files}.
 */
@NullMarked
package replicationlab.progress;

import org.jspecify.annotations.NullMarked;
