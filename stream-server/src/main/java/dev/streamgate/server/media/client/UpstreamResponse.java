package dev.streamgate.server.media.client;

import dev.streamgate.server.media.HttpDate;
import dev.streamgate.server.media.UpstreamFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;

/// The file in an upstream server's answer.
final class UpstreamResponse implements UpstreamFile {
  private final ClassicHttpResponse response;
  private final InputStream body;

  UpstreamResponse(ClassicHttpResponse response) throws IOException {
    this.response = response;
    HttpEntity entity = response.getEntity();
    this.body = entity == null ? InputStream.nullInputStream() : entity.getContent();
  }

  /// Read from the header: an answer to HEAD has one and no body.
  @Override
  public OptionalLong announcedSize() {
    return header(HttpHeaders.CONTENT_LENGTH)
        .filter(text -> !isChunked() && text.matches("\\d{1,18}"))
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElseGet(OptionalLong::empty);
  }

  @Override
  public boolean hasVisibleEnd() {
    return isChunked() || announcedSize().isPresent();
  }

  @Override
  public Optional<Instant> lastModified() {
    return header(HttpHeaders.LAST_MODIFIED).flatMap(HttpDate::parse);
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    return body.read(buffer);
  }

  @Override
  public void close() {
    try {
      response.close();
    } catch (IOException e) {
      throw new UncheckedIOException("ending a conversation with an upstream server", e);
    }
  }

  private boolean isChunked() {
    return response.getEntity() != null && response.getEntity().isChunked();
  }

  private Optional<String> header(String name) {
    return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
  }
}
