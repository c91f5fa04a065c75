package dev.streamgate.server.changes.http;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.server.changes.Feed;
import dev.streamgate.server.foundation.Problem;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// From where a reader wants the feed (API §5.1, §5.2).
final class FeedQuery {
  private static final HeaderName LAST_EVENT_ID = HeaderNames.create("Last-Event-ID");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private final ServerRequest request;

  FeedQuery(ServerRequest request) {
    this.request = request;
  }

  /// The cursor of the address; empty if it has none.
  ///
  /// @throws Problem 400 if it is not a number
  OptionalLong cursor() {
    return parameter("cursor")
        .map(FeedQuery::number)
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  /// Where a stream goes on: a reader that was cut off says so in a header, and its address still
  /// names where it first began.
  ///
  /// @throws Problem 400 if neither names a number
  long streamCursor() {
    Optional<String> lastEvent = request.headers().value(LAST_EVENT_ID).map(String::strip);
    if (lastEvent.filter(text -> !text.isEmpty()).isPresent()) {
      return number(lastEvent.get());
    }
    return cursor().orElseThrow(FeedQuery::missingSince);
  }

  /// The instant after which changes are wanted. A `+` that was decoded to a blank is read as `+`.
  ///
  /// @throws Problem 400 if there is none
  Instant since() {
    String text = parameter("since").orElseThrow(FeedQuery::missingSince).replace(' ', '+');
    try {
      return WireJson.parseInstant(text);
    } catch (DateTimeException e) {
      throw missingSince();
    }
  }

  /// The most entries wanted, never more than a page may have.
  ///
  /// @throws Problem 400 if it is not a positive number
  int limit() {
    long limit = parameter("limit").map(FeedQuery::limit).orElse((long) Feed.LONGEST_PAGE);
    return (int) Math.min(limit, Feed.LONGEST_PAGE);
  }

  private Optional<String> parameter(String name) {
    return request.query().first(name).asOptional();
  }

  private static long number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw missingSince();
    }
    return Long.parseLong(text);
  }

  private static long limit(String text) {
    if (!NUMBER.matcher(text).matches() || Long.parseLong(text) == 0) {
      throw Problem.badRequest("Invalid limit");
    }
    return Long.parseLong(text);
  }

  private static Problem missingSince() {
    return Problem.badRequest("Missing or invalid since");
  }
}
