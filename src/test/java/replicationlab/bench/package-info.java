/**
 * The benchmark: what a run of the lab, the first slide, a change of slide and the memory cost.
 * {@link replicationlab.bench.Benchmark} starts it and no test does, because a time that depends on
 * the machine cannot pass or fail. Whatever shows a window runs in a JVM of its own.
 */
@NullMarked
package replicationlab.bench;

import org.jspecify.annotations.NullMarked;
