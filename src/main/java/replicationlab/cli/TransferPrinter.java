package replicationlab.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Consumer;
import replicationlab.postgres.download.Transfer;

/** A download's progress: a line that renews itself on a terminal, every tenth in a log. */
final class TransferPrinter implements Consumer<Transfer> {

  private static final int LINES = 10;
  private static final int RENEWALS = 200;

  private final PrintWriter out;
  private final boolean terminal;
  private int last = -1;

  TransferPrinter(PrintWriter out) {
    this.out = out;
    this.terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  @Override
  public void accept(Transfer transfer) {
    int now = (int) (transfer.fraction() * (terminal ? RENEWALS : LINES));
    if (now == last) {
      return;
    }
    last = now;
    if (terminal) {
      out.printf("\r  %-50s%s", transfer.words(), transfer.fraction() == 1 ? "\n" : "");
    } else {
      out.println("  " + transfer.words());
    }
    out.flush();
  }
}
