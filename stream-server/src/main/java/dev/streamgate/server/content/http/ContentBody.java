package dev.streamgate.server.content.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.JsonFields;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// The body of a call of the content API. A field of the wrong type is named; an empty text is
/// none.
final class ContentBody {
  private static final JsonNode EMPTY = WireJson.tree("{}".getBytes(StandardCharsets.UTF_8));

  private final JsonFields fields;

  private ContentBody(JsonNode json) {
    this.fields = new JsonFields(json);
  }

  /// @throws Problem 400, 413 or 415 unless there is one
  static ContentBody of(ServerRequest request) {
    return new ContentBody(JsonHttp.read(request, JsonNode.class));
  }

  /// The body where there need not be one.
  static ContentBody ifAny(ServerRequest request) {
    return request.content().hasEntity() ? of(request) : new ContentBody(EMPTY);
  }

  Optional<String> text(String name) {
    return fields.text(name, refusing(name + " must be text")).filter(it -> !it.isBlank());
  }

  /// @throws Problem 400 `missing` if there is none
  String demanded(String name, String missing) {
    return text(name).orElseThrow(() -> ContentProblems.invalid(missing));
  }

  boolean flag(String name) {
    return fields.flag(name, refusing(name + " must be true or false")).orElse(false);
  }

  /// A number within limits.
  ///
  /// @throws Problem 400 `wrong` for anything else
  OptionalInt number(String name, int least, int most, String wrong) {
    Optional<Integer> number = fields.integer(name, refusing(wrong));
    number
        .filter(it -> it < least || it > most)
        .ifPresent(_ -> {
          throw ContentProblems.invalid(wrong);
        });
    return number.stream().mapToInt(Integer::intValue).findFirst();
  }

  private static Supplier<RuntimeException> refusing(String error) {
    return () -> ContentProblems.invalid(error);
  }
}
