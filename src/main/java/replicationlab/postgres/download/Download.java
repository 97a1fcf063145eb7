package replicationlab.postgres.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import replicationlab.process.Cancellation;

/**
 * One file on its way. A transfer that breaks goes on where it broke, as long as each try brings
 * something; what an earlier program left behind is taken up too, and the digest has the last word.
 */
final class Download {

  private static final int BUFFER = 64 * 1024;
  private static final int PARTIAL = 206;
  private static final int OK = 200;
  private static final int TRIES_IN_VAIN = 3;

  private final URI address;
  private final Path part;
  private final long total;
  private final Duration patience;
  private final Cancellation cancellation;
  private final Consumer<Transfer> progress;
  private final TransferRate rate = new TransferRate(System::nanoTime);

  /**
   * @param part where the bytes go; may hold the first of them
   * @param total how many there are
   * @param patience how long to wait for an answer, and for the next bytes
   */
  Download(
      URI address,
      Path part,
      long total,
      Duration patience,
      Consumer<Transfer> progress,
      Cancellation cancellation) {
    this.address = address;
    this.part = part;
    this.total = total;
    this.patience = patience;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /** The file could not be written; reading was not the trouble. */
  static final class WriteFailedException extends IOException {
    WriteFailedException(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** The repository answered, and not with the file. */
  static final class RefusedException extends IOException {
    private final int status;

    RefusedException(int status) {
      super("HTTP status " + status);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  /**
   * Brings all of the file.
   *
   * @throws CancellationException if cancelled
   */
  void run() throws IOException {
    int inVain = 0;
    while (true) {
      long before = size();
      try {
        fetchRest(before);
        return;
      } catch (WriteFailedException | RefusedException e) {
        throw e;
      } catch (IOException broken) {
        if (cancellation.isCancelled()) {
          throw new CancellationException("the download was cancelled");
        }
        inVain = size() > before ? 0 : inVain + 1;
        if (inVain == TRIES_IN_VAIN || (before == 0 && size() == 0)) {
          throw broken;
        }
      }
    }
  }

  private void fetchRest(long from) throws IOException {
    if (from >= total) {
      return;
    }
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      HttpResponse<InputStream> response = answer(client, from);
      try (InputStream body = response.body()) {
        switch (response.statusCode()) {
          case PARTIAL -> receive(body, from, StandardOpenOption.APPEND);
          // A repository that cannot go on where it stopped begins again.
          case OK -> receive(body, 0, StandardOpenOption.TRUNCATE_EXISTING);
          default -> throw new RefusedException(response.statusCode());
        }
      }
    } finally {
      client.shutdownNow();
    }
  }

  private HttpResponse<InputStream> answer(HttpClient client, long from) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(patience);
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
    }
    CompletableFuture<HttpResponse<InputStream>> answer =
        client.sendAsync(request.build(), BodyHandlers.ofInputStream());
    cancellation.onCancel(() -> answer.cancel(true));
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.cancel(true);
      throw new CancellationException("the download was interrupted");
    }
  }

  private void receive(InputStream body, long from, StandardOpenOption how) throws IOException {
    cancellation.onCancel(() -> close(body));
    long here = from;
    byte[] buffer = new byte[BUFFER];
    try (Stall stall = new Stall(patience, () -> close(body));
        OutputStream file = open(how)) {
      progress.accept(new Transfer(here, total, rate.at(here)));
      while (here < total) {
        stall.watch();
        int count = body.read(buffer);
        if (count < 0) {
          throw new IOException("the transfer broke off after " + here + " bytes");
        }
        write(file, buffer, count);
        here += count;
        progress.accept(new Transfer(here, total, rate.at(here)));
      }
    }
    if (cancellation.isCancelled()) {
      throw new CancellationException("the download was cancelled");
    }
  }

  private OutputStream open(StandardOpenOption how) throws WriteFailedException {
    try {
      return Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
    } catch (IOException e) {
      throw new WriteFailedException(e);
    }
  }

  private static void write(OutputStream file, byte[] buffer, int count)
      throws WriteFailedException {
    try {
      file.write(buffer, 0, count);
    } catch (IOException e) {
      throw new WriteFailedException(e);
    }
  }

  private long size() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException alreadyBroken) {
      System.getLogger(Download.class.getName())
          .log(System.Logger.Level.DEBUG, "closing a transfer", alreadyBroken);
    }
  }
}
