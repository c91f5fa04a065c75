package dev.streamgate.server.events.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.events.EventItemsRequest;
import dev.streamgate.model.json.JsonFields;
import dev.streamgate.model.text.TextLimits;
import dev.streamgate.server.events.ItemProblem;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;

/// Reads the items staff send for an event, and says what is wrong with them (API §4.3).
final class ItemRequests {
  private ItemRequests() {}

  /// @throws Problem 400 if there is no list of items, if it is too long, or naming an item with a
  ///   field of a wrong type
  static EventItemsRequest items(ServerRequest request) {
    JsonNode sent = JsonHttp.read(request, JsonNode.class).path("items");
    if (!sent.isArray()) {
      throw Problem.badRequest("items array is required");
    }
    List<EventItemsRequest.Item> items = sent.valueStream().map(ItemRequests::item).toList();
    if (items.size() > EventItemsRequest.MAX_ITEMS) {
      throw Problem.badRequest("At most %d items".formatted(EventItemsRequest.MAX_ITEMS));
    }
    return new EventItemsRequest(items);
  }

  static Problem refusal(ItemProblem problem) {
    return Problem.badRequest(
        switch (problem.kind()) {
          case NAME ->
              "Item \"%s\" must be the name of a folder, and not preview or cache"
                  .formatted(problem.item());
          case DUPLICATE -> "Item \"%s\" is there twice".formatted(problem.item());
          case TITLE ->
              "Title of item \"%s\" must be text of at most %d characters"
                  .formatted(problem.item(), TextLimits.TITLE);
          case DATE -> "Invalid date format of item \"%s\"".formatted(problem.item());
        });
  }

  private static EventItemsRequest.Item item(JsonNode sent) {
    if (!sent.isObject()) {
      throw Problem.invalidBody();
    }
    JsonFields fields = new JsonFields(sent);
    String name = fields.text("item", () -> refusal(ItemProblem.Kind.NAME, "")).orElse("");
    return new EventItemsRequest.Item(
        name,
        fields.text("title", () -> refusal(ItemProblem.Kind.TITLE, name)).orElse(null),
        fields.text("availableAt", () -> refusal(ItemProblem.Kind.DATE, name)).orElse(null));
  }

  private static Problem refusal(ItemProblem.Kind kind, String name) {
    return refusal(new ItemProblem(kind, name));
  }
}
