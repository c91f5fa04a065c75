package dev.streamgate.server.tickets.http;

import dev.streamgate.model.text.TextLimits;
import dev.streamgate.model.tickets.GenerateRequest;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.tickets.TicketProblem;
import java.util.List;
import java.util.stream.Collectors;

/// Says what is wrong with a change of a ticket.
final class EditWords {
  private EditWords() {}

  /// Everything that is wrong, in one sentence.
  static Problem refusal(List<TicketProblem> problems) {
    return Problem.badRequest(
        problems.stream().map(EditWords::words).collect(Collectors.joining("; ")));
  }

  private static String words(TicketProblem problem) {
    return switch (problem) {
      case LABEL -> "Label must be text of at most %d characters".formatted(TextLimits.LABEL);
      case MAX_SESSIONS ->
          "Devices per ticket must be between 1 and %d".formatted(GenerateRequest.MAX_SESSIONS);
      case TAKEOVERS_USED ->
          "Takeovers used must be a whole number from 0 to how many are used now";
    };
  }
}
