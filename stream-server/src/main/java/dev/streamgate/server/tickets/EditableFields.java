package dev.streamgate.server.tickets;

import dev.streamgate.model.text.PlainText;
import dev.streamgate.model.text.TextLimits;
import dev.streamgate.model.tickets.GenerateRequest;
import dev.streamgate.model.tickets.TokenEditRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What staff may edit of a ticket.
public record EditableFields(@Nullable String label, int maxSessions, int takeoversUsed) {
  static EditableFields of(Ticket ticket) {
    return new EditableFields(ticket.label(), ticket.maxSessions(), ticket.takeoversUsed());
  }

  EditableFields with(TokenEditRequest sent) {
    return new EditableFields(
        sent.label() == null ? label : unlessEmpty(PlainText.line(sent.label())),
        Objects.requireNonNullElse(sent.maxSessions(), maxSessions),
        Objects.requireNonNullElse(sent.takeoversUsed(), takeoversUsed));
  }

  /// What may not be so, given what was before: takeovers are only given back.
  List<TicketProblem> problems(EditableFields before) {
    List<TicketProblem> problems = new ArrayList<>();
    if (label != null && label.length() > TextLimits.LABEL) {
      problems.add(TicketProblem.LABEL);
    }
    if (maxSessions < 1 || maxSessions > GenerateRequest.MAX_SESSIONS) {
      problems.add(TicketProblem.MAX_SESSIONS);
    }
    if (takeoversUsed < 0 || takeoversUsed > before.takeoversUsed()) {
      problems.add(TicketProblem.TAKEOVERS_USED);
    }
    return problems;
  }

  /// What differs, numbers from old to new. Labels name guests, so they are left out.
  List<String> changedFrom(EditableFields before) {
    List<String> changed = new ArrayList<>();
    if (!Objects.equals(label, before.label())) {
      changed.add("label");
    }
    if (maxSessions != before.maxSessions()) {
      changed.add("maxSessions %d → %d".formatted(before.maxSessions(), maxSessions));
    }
    if (takeoversUsed != before.takeoversUsed()) {
      changed.add("takeoversUsed %d → %d".formatted(before.takeoversUsed(), takeoversUsed));
    }
    return changed;
  }

  private static @Nullable String unlessEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
