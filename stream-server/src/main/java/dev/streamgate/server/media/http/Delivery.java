package dev.streamgate.server.media.http;

import dev.streamgate.server.media.ByteRange;
import dev.streamgate.server.media.ByteRange.Request.Part;
import dev.streamgate.server.media.ByteRange.Request.Unsatisfiable;
import dev.streamgate.server.media.ByteRange.Request.Whole;
import dev.streamgate.server.media.Conditions;
import dev.streamgate.server.media.ContentType;
import dev.streamgate.server.media.HttpDate;
import dev.streamgate.server.media.Validators;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Sends one representation the way it was asked for: whole, in part, or not at all because the
/// asker has it (RFC 9110 §13.2.2 gives the order of the questions).
final class Delivery {
  private static final Header ACCEPT_RANGES =
      HeaderValues.createCached(HeaderNames.ACCEPT_RANGES, "bytes");

  private static final ByteRange TO_THE_END = new ByteRange(0, Long.MAX_VALUE - 1);

  private final ServerRequest request;
  private final ServerResponse response;
  private final OptionalInt kilobytesPerSecond;

  /// @param kilobytesPerSecond how fast bytes may be sent, if that is limited
  Delivery(ServerRequest request, ServerResponse response, OptionalInt kilobytesPerSecond) {
    this.request = request;
    this.response = response;
    this.kilobytesPerSecond = kilobytesPerSecond;
  }

  void send(Representation representation) {
    response.header(HeaderNames.CACHE_CONTROL, representation.cacheControl());
    representation.validators().ifPresent(this::addValidators);
    Conditions conditions = conditions();
    if (representation.validators().filter(conditions::isNotModified).isPresent()) {
      response.status(Status.NOT_MODIFIED_304).send();
      return;
    }
    switch (requestedRange(representation, conditions)) {
      case Whole whole -> sendWhole(representation);
      case Part(ByteRange range) -> sendPart(representation, range);
      case Unsatisfiable unsatisfiable -> refuseRange(sizeOf(representation));
    }
  }

  private void addValidators(Validators validators) {
    response.header(HeaderNames.ETAG, validators.etag());
    response.header(HeaderNames.LAST_MODIFIED, HttpDate.format(validators.lastModified()));
  }

  private Conditions conditions() {
    return new Conditions(
        value(HeaderNames.IF_NONE_MATCH),
        value(HeaderNames.IF_MODIFIED_SINCE),
        value(HeaderNames.IF_RANGE));
  }

  /// Ranges are defined for GET alone (RFC 9110 §14.2).
  private ByteRange.Request requestedRange(Representation asked, Conditions conditions) {
    boolean divisible =
        request.prologue().method().equals(Method.GET)
            && asked.validators().filter(conditions::allowsPart).isPresent();
    return value(HeaderNames.RANGE)
        .filter(header -> divisible)
        .map(header -> ByteRange.requested(header, sizeOf(asked)))
        .orElseGet(Whole::new);
  }

  private void sendWhole(Representation whole) {
    describe(whole);
    OptionalLong size = whole.size();
    size.ifPresent(it -> response.header(HeaderNames.CONTENT_LENGTH, String.valueOf(it)));
    if (request.prologue().method().equals(Method.HEAD)) {
      sendHead(size);
    } else if (size.isPresent() && size.getAsLong() == 0) {
      response.send();
    } else {
      sendBytes(whole, size.isPresent() ? new ByteRange(0, size.getAsLong() - 1) : TO_THE_END);
    }
  }

  /// Where there is no size to tell, the library would make one up, or send the end mark of a body;
  /// after the latter the connection cannot be used any more.
  private void sendHead(OptionalLong size) {
    if (size.isEmpty()) {
      response.header(HeaderValues.TRANSFER_ENCODING_CHUNKED);
      response.header(HeaderValues.CONNECTION_CLOSE);
    }
    response.send();
  }

  private void sendPart(Representation whole, ByteRange range) {
    describe(whole);
    response.status(Status.PARTIAL_CONTENT_206);
    response.header(HeaderNames.CONTENT_RANGE, range.contentRange(sizeOf(whole)));
    response.header(HeaderNames.CONTENT_LENGTH, String.valueOf(range.length()));
    sendBytes(whole, range);
  }

  private void refuseRange(long size) {
    response.header(HeaderNames.CONTENT_RANGE, "bytes */" + size);
    Refusal.BAD_RANGE.send(request, response);
  }

  private void describe(Representation representation) {
    response.header(HeaderNames.CONTENT_TYPE, representation.type().mediaType());
    if (representation.type() != ContentType.PLAYLIST) {
      response.header(ACCEPT_RANGES);
    }
  }

  /// Nothing but all of it, or the end of the connection, tells the player the truth. So the stream
  /// is closed only after the last byte: closing it would end a body of unknown length in good
  /// form.
  private void sendBytes(Representation whole, ByteRange range) {
    OutputStream out = paced(response.outputStream());
    try {
      whole.body().copyTo(out, range);
      out.close();
    } catch (IOException | UncheckedIOException e) {
      throw new CloseConnectionException("a response ended early", e);
    }
  }

  private OutputStream paced(OutputStream out) {
    return kilobytesPerSecond.isEmpty()
        ? out
        : new PacedOutputStream(
            out, kilobytesPerSecond.getAsInt(), System::nanoTime, Thread::sleep);
  }

  /// Only asked where there are validators, which there are not without a size.
  private static long sizeOf(Representation representation) {
    return representation.size().orElseThrow();
  }

  /// A header that came in several lines is one list (RFC 9110 §5.2).
  private Optional<String> value(HeaderName name) {
    List<String> lines = request.headers().all(name, List::of);
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(",", lines));
  }
}
