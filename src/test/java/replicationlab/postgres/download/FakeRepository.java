package replicationlab.postgres.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A Maven repository on this machine that has one file, and can be made to misbehave. */
public final class FakeRepository implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final byte[] file;
  private final CountDownLatch open = new CountDownLatch(1);

  /** The Range header of each request; "" where there was none. */
  public final List<String> ranges = new CopyOnWriteArrayList<>();

  /** The path of each request. */
  public final List<String> paths = new CopyOnWriteArrayList<>();

  /** Answered instead of the file, if not 0. */
  public volatile int status;

  /** Whether it understands Range. */
  public volatile boolean canResume = true;

  /** How many bytes it sends before it breaks off. */
  public volatile int breaksAfter = Integer.MAX_VALUE;

  /** How often it breaks off before it behaves. */
  public final AtomicInteger breaks = new AtomicInteger(Integer.MAX_VALUE);

  /**
   * Whether it stops after {@link #breaksAfter} bytes and holds the line instead of breaking off.
   */
  public volatile boolean hangs;

  public FakeRepository(byte[] file) throws IOException {
    this.file = file;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public Repository address() {
    return Repository.at("http://127.0.0.1:" + server.getAddress().getPort() + "/maven2");
  }

  private void answer(HttpExchange exchange) throws IOException {
    paths.add(exchange.getRequestURI().getPath());
    String range = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Range"), "");
    ranges.add(range);
    if (status != 0) {
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
      return;
    }
    boolean rest = canResume && !range.isEmpty();
    int from = rest ? Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1")) : 0;
    byte[] body = Arrays.copyOfRange(file, from, file.length);
    boolean misbehaves = breaks.getAndDecrement() > 0 && breaksAfter < body.length;
    exchange.sendResponseHeaders(rest ? 206 : 200, body.length);
    exchange.getResponseBody().write(body, 0, misbehaves ? breaksAfter : body.length);
    exchange.getResponseBody().flush();
    if (misbehaves && hangs) {
      try {
        open.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    exchange.close();
  }

  @Override
  public void close() {
    open.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
