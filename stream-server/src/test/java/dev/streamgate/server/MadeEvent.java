package dev.streamgate.server;

import java.util.List;

/// What `create-event` printed.
record MadeEvent(String id, List<String> codes) {
  private static final String EVENT = "Event ";

  static MadeEvent of(String printed) {
    List<String> lines = printed.lines().toList();
    if (!lines.getFirst().startsWith(EVENT) || !lines.get(1).startsWith("Folder ")) {
      throw new IllegalStateException("not what create-event prints: " + printed);
    }
    return new MadeEvent(
        lines.getFirst().substring(EVENT.length()), lines.subList(2, lines.size()));
  }

  /// Revokes the ticket of a code.
  ///
  /// @return the number of the change
  long revoke(StaffClient staff, String code) {
    for (var ticket : staff.get("/api/admin/events/" + id + "/tokens")) {
      if (ticket.path("displayCode").asText().equals(code)) {
        return staff.patch("/api/admin/tokens/" + ticket.path("id").asText() + "/revoke");
      }
    }
    throw new IllegalStateException("no ticket has this code");
  }
}
