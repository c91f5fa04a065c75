package dev.streamgate.server.media.http;

import dev.streamgate.server.foundation.http1.Answer;
import dev.streamgate.server.foundation.http1.AnswerBody;
import dev.streamgate.server.foundation.http1.HeaderLine;
import dev.streamgate.server.foundation.http1.RequestHead;
import dev.streamgate.server.media.ByteRange;
import dev.streamgate.server.media.ByteRange.Request.Part;
import dev.streamgate.server.media.ByteRange.Request.Unsatisfiable;
import dev.streamgate.server.media.ByteRange.Request.Whole;
import dev.streamgate.server.media.Conditions;
import dev.streamgate.server.media.ContentType;
import dev.streamgate.server.media.Validators;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Answers with one representation the way it was asked for: whole, in part, or not at all because
/// the asker has it (RFC 9110 §13.2.2 gives the order of the questions).
final class Delivery {
  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int NOT_MODIFIED = 304;
  private static final HeaderLine ACCEPT_RANGES = new HeaderLine("Accept-Ranges", "bytes");
  private static final ByteRange TO_THE_END = new ByteRange(0, Long.MAX_VALUE - 1);

  private static final int USUAL_HEADERS = 8;

  private final RequestHead request;
  private final OptionalInt kilobytesPerSecond;
  private final List<HeaderLine> headers = new ArrayList<>(USUAL_HEADERS);

  /// @param kilobytesPerSecond how fast bytes may be sent, if that is limited
  Delivery(RequestHead request, OptionalInt kilobytesPerSecond) {
    this.request = request;
    this.kilobytesPerSecond = kilobytesPerSecond;
  }

  Answer of(Representation representation) {
    headers.add(representation.cacheControl());
    representation.validators().ifPresent(this::addValidators);
    Conditions conditions = conditions();
    if (representation.validators().filter(conditions::isNotModified).isPresent()) {
      return Answer.withoutBody(NOT_MODIFIED, headers);
    }
    return switch (requestedRange(representation, conditions)) {
      case Whole whole -> whole(representation);
      case Part(ByteRange range) -> part(representation, range);
      case Unsatisfiable unsatisfiable -> refusedRange(sizeOf(representation));
    };
  }

  private void addValidators(Validators validators) {
    add("ETag", validators.etag());
    add("Last-Modified", validators.lastModifiedText());
  }

  private Conditions conditions() {
    return new Conditions(
        request.header("If-None-Match"),
        request.header("If-Modified-Since"),
        request.header("If-Range"));
  }

  /// Ranges are defined for GET alone (RFC 9110 §14.2).
  private ByteRange.Request requestedRange(Representation asked, Conditions conditions) {
    return request
        .header("Range")
        .filter(header ->
            !request.isHead() && asked.validators().filter(conditions::allowsPart).isPresent())
        .map(header -> ByteRange.requested(header, sizeOf(asked)))
        .orElseGet(Whole::new);
  }

  private Answer whole(Representation whole) {
    describe(whole);
    OptionalLong size = whole.size();
    if (size.isPresent() && size.getAsLong() == 0) {
      return new Answer(OK, headers, new AnswerBody.Bytes(ByteBuffer.allocate(0)));
    }
    ByteRange range = size.isPresent() ? new ByteRange(0, size.getAsLong() - 1) : TO_THE_END;
    return new Answer(OK, headers, body(whole, size, range));
  }

  private Answer part(Representation whole, ByteRange range) {
    describe(whole);
    add("Content-Range", range.contentRange(sizeOf(whole)));
    return new Answer(
        PARTIAL_CONTENT, headers, body(whole, OptionalLong.of(range.length()), range));
  }

  private static Answer refusedRange(long size) {
    return Refusals.BAD_RANGE.with(List.of(new HeaderLine("Content-Range", "bytes */" + size)));
  }

  private void describe(Representation representation) {
    headers.add(representation.contentType());
    if (representation.type() != ContentType.PLAYLIST) {
      headers.add(ACCEPT_RANGES);
    }
  }

  private AnswerBody body(Representation whole, OptionalLong length, ByteRange range) {
    if (kilobytesPerSecond.isEmpty() && whole.inMemory().isPresent()) {
      return new AnswerBody.Bytes(
          whole
              .inMemory()
              .get()
              .slice(Math.toIntExact(range.first()), Math.toIntExact(range.length())));
    }
    return new AnswerBody.Streamed(length, out -> whole.body().copyTo(paced(out), range));
  }

  private WritableByteChannel paced(WritableByteChannel out) {
    return kilobytesPerSecond.isEmpty()
        ? out
        : new PacedChannel(out, kilobytesPerSecond.getAsInt(), System::nanoTime, Thread::sleep);
  }

  private void add(String name, String value) {
    headers.add(new HeaderLine(name, value));
  }

  /// Only asked where there are validators, which there are not without a size.
  private static long sizeOf(Representation representation) {
    return representation.size().orElseThrow();
  }
}
