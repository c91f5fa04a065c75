package dev.streamgate.server.operation.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// The answer that is a backup, as a stream. It begins with the first byte, so that until then
/// another answer can be given.
final class ZipAnswer extends OutputStream {
  private static final Header ZIP =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/zip");
  private static final Header NO_STORE =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final ServerResponse response;
  private final Instant moment;
  private @Nullable OutputStream body;
  private long count;

  ZipAnswer(ServerResponse response, Instant moment) {
    this.response = response;
    this.moment = moment;
  }

  /// Says how much it will be.
  ZipAnswer length(long bytes) {
    response.header(HeaderNames.CONTENT_LENGTH, Long.toString(bytes));
    return this;
  }

  boolean hasBegun() {
    return body != null;
  }

  /// How many bytes it has so far.
  long count() {
    return count;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    body().write(bytes, from, length);
    count += length;
  }

  /// Ends it well. One that broke off must not be closed.
  @Override
  public void close() throws IOException {
    body().close();
  }

  private OutputStream body() {
    if (body == null) {
      response
          .header(ZIP)
          .header(NO_STORE)
          .header(
              HeaderNames.CONTENT_DISPOSITION,
              "attachment; filename=\"streamgate-backup-%s.zip\"".formatted(TIME.format(moment)));
      body = response.outputStream();
    }
    return body;
  }
}
