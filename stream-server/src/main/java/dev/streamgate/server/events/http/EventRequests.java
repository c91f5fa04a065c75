package dev.streamgate.server.events.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.events.EventId;
import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.events.TakeoverRule;
import dev.streamgate.model.json.JsonFields;
import dev.streamgate.server.events.EventProblem;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import io.helidon.webserver.http.ServerRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads what staff ask about events.
final class EventRequests {
  private EventRequests() {}

  /// The event that the path names.
  ///
  /// @throws Problem 404 if it cannot be the id of one
  static EventId id(ServerRequest request) {
    String id = request.path().pathParameters().get("id");
    if (!EventId.isValid(id)) {
      throw unknown();
    }
    return new EventId(id);
  }

  static Problem unknown() {
    return Problem.notFound("Event not found");
  }

  /// The fields of an event, of which any may be missing.
  ///
  /// @throws Problem 400 naming the first field of a wrong type
  static EventRequest event(ServerRequest request) {
    JsonFields fields = new JsonFields(JsonHttp.read(request, JsonNode.class));
    return new EventRequest(
        fields.text("title", refusing(EventProblem.TITLE_MISSING)).orElse(null),
        clearable(fields, "description", EventProblem.DESCRIPTION),
        clearable(fields, "streamUrl", EventProblem.STREAM),
        clearable(fields, "posterUrl", EventProblem.POSTER),
        fields.text("startsAt", refusing(EventProblem.DATE)).orElse(null),
        fields.text("endsAt", refusing(EventProblem.DATE)).orElse(null),
        fields.integer("accessWindowHours", refusing(EventProblem.ACCESS_WINDOW)).orElse(null),
        fields.flag("previewEnabled", refusing(EventProblem.PREVIEW)).orElse(null),
        fields.flag("watermark", refusing(EventProblem.WATERMARK)).orElse(null),
        fields.choice("takeover", TakeoverRule.class, refusing(EventProblem.TAKEOVER)).orElse(null),
        fields.integer("maxTakeovers", refusing(EventProblem.MAX_TAKEOVERS)).orElse(null));
  }

  /// A text that null clears, just as a blank one does.
  private static @Nullable String clearable(JsonFields fields, String name, EventProblem problem) {
    return fields.isNull(name) ? "" : fields.text(name, refusing(problem)).orElse(null);
  }

  private static Supplier<RuntimeException> refusing(EventProblem problem) {
    return () -> EventWords.refusal(problem);
  }
}
