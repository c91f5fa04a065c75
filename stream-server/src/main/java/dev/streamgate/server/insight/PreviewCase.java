package dev.streamgate.server.insight;

/// A look at an event without a ticket.
///
/// @param forStaff whether staff asked for it; everybody may see the others
/// @param sessionId the name of its session, which takes no seat
public record PreviewCase(boolean forStaff, String eventId, String sessionId) {
  /// What it is, in plain words.
  String description() {
    return forStaff
        ? "a staff preview, which needs no ticket"
        : "a preview for everybody, which needs no ticket";
  }
}
