package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InTurnTest {

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final InTurn work = new InTurn(told::add);

  @Test
  void oneThingIsDoneAfterTheOther() {
    CountDownLatch mayEnd = new CountDownLatch(1);
    work.later(() -> {
      await(mayEnd);
      told.add("first");
    });
    work.later(() -> told.add("second"));
    mayEnd.countDown();
    work.finish();
    assertThat(told).containsExactly("first", "second");
  }

  @Test
  void whatCannotBeWrittenIsToldAndKeepsNothingFromBeingDone() {
    work.later(() -> {
      throw new UncheckedIOException("The answers cannot be kept", new IOException("disk full"));
    });
    work.later(() -> told.add("done"));
    work.finish();
    assertThat(told).containsExactly("The answers cannot be kept.", "done");
  }

  @Test
  void whatNobodyExpectsGoesWhereEverySuchErrorGoes() {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> told.add(error.getMessage()));
    try {
      work.later(() -> {
        throw new IllegalStateException("a mistake of ours");
      });
      work.later(() -> told.add("done"));
      work.finish();
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertThat(told).containsExactly("a mistake of ours", "done");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
