package dev.streamgate.server.tickets.http;

import dev.streamgate.model.text.TextLimits;
import dev.streamgate.model.tickets.GenerateRequest;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.tickets.OrderProblem;

/// Says what is wrong with an order for tickets (API §4.4).
public final class OrderWords {
  private OrderWords() {}

  static Problem refusal(OrderProblem problem) {
    return Problem.badRequest(words(problem));
  }

  static Problem unknownItem(String item) {
    return Problem.badRequest("The event has no item \"%s\"".formatted(item));
  }

  /// The sentence for people.
  public static String words(OrderProblem problem) {
    return switch (problem) {
      case COUNT -> "Count must be between 1 and %d".formatted(GenerateRequest.MAX_COUNT);
      case LABEL -> "Label must be text of at most %d characters".formatted(TextLimits.LABEL);
      case CODE_STYLE -> "Code style must be print or base62";
      case MAX_SESSIONS ->
          "Devices per ticket must be between 1 and %d".formatted(GenerateRequest.MAX_SESSIONS);
      case ACCESS_LEVEL -> "Access level must be STANDARD or STAFF";
      case ITEM -> "Item must be the name of a folder";
      case MAX_HEIGHT ->
          "Maximum height must be between %d and %d"
              .formatted(GenerateRequest.MIN_HEIGHT, GenerateRequest.MAX_HEIGHT);
    };
  }
}
