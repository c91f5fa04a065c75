package dev.streamgate.server.media.http;

import dev.streamgate.server.foundation.TrustedProxies;
import dev.streamgate.server.foundation.http1.Answer;
import dev.streamgate.server.foundation.http1.AnswerBody;
import dev.streamgate.server.foundation.http1.HeaderLine;
import dev.streamgate.server.foundation.http1.RequestHead;
import dev.streamgate.server.media.DiskPlace;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Leaves the sending of segments to an nginx in front: it is told where a file lies, and does
/// conditions and ranges by itself (Spec, media §10).
public final class AccelRedirect {
  private static final String NAME = "X-Accel-Redirect";

  /// The nginx that could not open the file asks again with this, and wants the bytes.
  private static final Optional<String> OFF = Optional.of("off");

  private static final AnswerBody EMPTY = new AnswerBody.Bytes(ByteBuffer.allocate(0));
  private static final long BYTES_PER_KILOBYTE = 1000;

  private final String prefix;
  private final TrustedProxies proxies;

  /// @param prefix of the internal locations, with slashes around
  /// @param proxies of which each that asks us by itself is such an nginx
  public AccelRedirect(String prefix, TrustedProxies proxies) {
    this.prefix = prefix;
    this.proxies = proxies;
  }

  /// Whether the asker sends files by itself.
  boolean isFor(RequestHead request) {
    return proxies.trusts(request.peerAddress()) && !request.header(NAME).equals(OFF);
  }

  /// The whole file, whatever part of it was asked for.
  Answer answer(Representation segment, DiskPlace place, OptionalInt kilobytesPerSecond) {
    List<HeaderLine> headers = new ArrayList<>();
    headers.add(new HeaderLine(NAME, place.address(prefix)));
    headers.add(segment.contentType());
    headers.add(segment.cacheControl());
    segment
        .validators()
        .ifPresent(validators -> headers.add(new HeaderLine("ETag", validators.etag())));
    kilobytesPerSecond.ifPresent(limit ->
        headers.add(
            new HeaderLine("X-Accel-Limit-Rate", Long.toString(limit * BYTES_PER_KILOBYTE))));
    return new Answer(200, headers, EMPTY);
  }
}
