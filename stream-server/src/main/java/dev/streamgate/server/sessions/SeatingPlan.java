package dev.streamgate.server.sessions;

import dev.streamgate.model.sessions.SessionEndReason;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Who must leave a ticket and which slot its next session gets, decided without touching anything
/// (Spec, rules §5).
///
/// @param slot empty if all seats stay taken
/// @param takesOver whether the seat costs the ticket a takeover
record SeatingPlan(List<Ending> endings, OptionalInt slot, boolean takesOver) {

  /// @param sessions all of the ticket's sessions, the oldest first
  static SeatingPlan of(
      List<Session> sessions,
      Predicate<Session> isAlive,
      SeatRequest request,
      boolean mayTakeOver) {
    List<Ending> endings =
        new ArrayList<>(endings(sessions, isAlive.negate(), SessionEndReason.TIMED_OUT));
    List<Session> live = sessions.stream().filter(isAlive).toList();
    Predicate<Session> isOwn = session -> session.device().isSameAs(request.device());
    List<Session> others = live.stream().filter(isOwn.negate()).toList();
    int surplus = others.size() + 1 - request.maxSessions();
    boolean takesOver = surplus > 0 && mayTakeOver && request.takeover();
    if (surplus > 0 && !takesOver) {
      return new SeatingPlan(endings, OptionalInt.empty(), false);
    }
    endings.addAll(endings(live, isOwn, SessionEndReason.REPLACED));
    List<Session> leaving = others.subList(0, Math.max(0, surplus));
    endings.addAll(endings(leaving, session -> true, SessionEndReason.TAKEOVER));
    List<Session> staying = others.subList(leaving.size(), others.size());
    return new SeatingPlan(endings, freeSlot(staying), takesOver);
  }

  private static List<Ending> endings(
      List<Session> sessions, Predicate<Session> condition, SessionEndReason reason) {
    return sessions.stream().filter(condition).map(session -> new Ending(session, reason)).toList();
  }

  private static OptionalInt freeSlot(List<Session> staying) {
    var taken = staying.stream().map(Session::slot).collect(Collectors.toSet());
    return IntStream.rangeClosed(0, taken.size()).filter(slot -> !taken.contains(slot)).findFirst();
  }
}
