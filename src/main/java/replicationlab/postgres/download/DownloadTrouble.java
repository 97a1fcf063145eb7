package replicationlab.postgres.download;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import replicationlab.postgres.download.Download.RefusedException;
import replicationlab.postgres.download.Download.WriteFailedException;
import replicationlab.postgres.install.Installation;

/**
 * What to say when a server cannot be fetched: the cause, the remedy, and what is there instead.
 */
record DownloadTrouble(
    ServerRelease release, Repository repository, Path folder, List<Installation> here) {

  private static final int NOT_FOUND = 404;

  String of(IOException failure) {
    return switch (failure) {
      case RefusedException refused when refused.status() == NOT_FOUND ->
          "%s has no %s for %s (404): name another Maven repository with --repository, or in the window's dialog."
              .formatted(repository, release.name(), release.platform());
      case RefusedException refused ->
          "%s answered with HTTP status %d instead of %s: try again later, or name another repository."
              .formatted(repository, refused.status(), release.name());
      case WriteFailedException write -> notWritten(write);
      default ->
          isUnreachable(failure)
              ? "%s does not answer, so %s cannot be fetched: go online or name another repository. %s"
                  .formatted(repository.address().getHost(), release.name(), instead())
              : networkOrFolder(failure);
    };
  }

  private String networkOrFolder(IOException failure) {
    return failure instanceof java.nio.file.FileSystemException file
        ? notWritten(file)
        : "The transfer of %s from %s broke off (%s): try again. %s"
            .formatted(release.name(), repository, reason(failure), instead());
  }

  String wrongDigest() {
    return "What %s sent is not the %s that this program knows: its SHA-256 differs, so nothing was kept; try again, or name another repository."
        .formatted(repository, release.name());
  }

  private String notWritten(IOException failure) {
    return "%s cannot be written into %s (%s): make sure that this folder can be written to and has room, and add it again."
        .formatted(release.name(), folder, reason(failure));
  }

  private String instead() {
    String labels = here.stream().map(Installation::label).collect(Collectors.joining(", "));
    return labels.isEmpty()
        ? "No PostgreSQL has come with this program."
        : "Here are " + labels + ".";
  }

  private static boolean isUnreachable(IOException failure) {
    return Stream.iterate((Throwable) failure, it -> it != null, Throwable::getCause)
        .limit(5)
        .anyMatch(it ->
            it instanceof ConnectException
                || it instanceof UnresolvedAddressException
                || it instanceof HttpTimeoutException);
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
