package dev.streamgate.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What was asked of a server for one event, and which of it the server said is done. Thread-safe.
///
/// @param batches the size of each batch that was asked for, by its label
/// @param made the labels of the batches that were answered
/// @param seats the code of each session that was given
/// @param revoked the codes whose revocation was answered
/// @param bulks the codes of each revocation of many that was asked for, by a label
/// @param revokedAtOnce the labels of those that were answered
/// @param asked how many requests were sent
record Receipts(
    Map<String, Integer> batches,
    Set<String> made,
    Map<String, String> seats,
    Set<String> revoked,
    Map<String, Set<String>> bulks,
    Set<String> revokedAtOnce,
    AtomicInteger asked) {
  Receipts() {
    this(
        new ConcurrentHashMap<>(),
        ConcurrentHashMap.newKeySet(),
        new ConcurrentHashMap<>(),
        ConcurrentHashMap.newKeySet(),
        new ConcurrentHashMap<>(),
        ConcurrentHashMap.newKeySet(),
        new AtomicInteger());
  }

  /// How many requests were answered.
  int answered() {
    return made.size() + seats.size() + revoked.size() + revokedAtOnce.size();
  }

  /// A ticket as a server exports it.
  record Exported(String code, String label, String status) {
    boolean isRevoked() {
      return status.equals("revoked");
    }
  }

  /// Compares with what a server has.
  ///
  /// @param sessions the ids of all of its live sessions
  /// @return what is lost or half done; empty if all is well
  List<String> missingFrom(List<Exported> tickets, Set<String> sessions) {
    Map<String, Integer> present = new HashMap<>();
    Map<String, Exported> byCode = new HashMap<>();
    for (Exported ticket : tickets) {
      present.merge(ticket.label(), 1, Integer::sum);
      byCode.put(ticket.code(), ticket);
    }
    List<String> wrong = new ArrayList<>();
    batches.forEach((label, size) -> {
      int there = present.getOrDefault(label, 0);
      if (there != size && (there != 0 || made.contains(label))) {
        wrong.add("batch %s of %d has %d tickets".formatted(label, size, there));
      }
    });
    seats.forEach((session, code) -> {
      if (!sessions.contains(session) || is(byCode, code, "unused")) {
        wrong.add("seat " + session + " is lost");
      }
    });
    revoked.stream()
        .filter(code -> !is(byCode, code, "revoked"))
        .forEach(code -> wrong.add("a revoke is lost"));
    bulks.forEach((label, codes) -> compareBulk(label, codes, byCode, wrong));
    return wrong;
  }

  private void compareBulk(
      String label, Set<String> codes, Map<String, Exported> byCode, List<String> wrong) {
    Set<String> there = new HashSet<>(codes);
    there.removeIf(code -> !is(byCode, code, "revoked"));
    if (there.size() != codes.size() && (!there.isEmpty() || revokedAtOnce.contains(label))) {
      wrong.add("of %d revoked at once %d are".formatted(codes.size(), there.size()));
    }
  }

  private static boolean is(Map<String, Exported> byCode, String code, String status) {
    Exported ticket = byCode.get(code);
    return ticket == null ? status.equals("unused") : ticket.status().equals(status);
  }
}
