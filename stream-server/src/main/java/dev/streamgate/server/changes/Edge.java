package dev.streamgate.server.changes;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A process that serves media, and how far it has applied the log (Spec, rules §10). It is
/// expected to confirm every change until it says goodbye or staff remove it.
///
/// @param instanceId random for each start of the process
/// @param previousInstanceId the process it took the name over from
/// @param sharedNameAt when two running processes were last seen to use this name
/// @param joinedAt since when it has been expected
public record Edge(
    String id,
    @Nullable String address,
    @Nullable String version,
    long cursor,
    Instant lastSeenAt,
    @Nullable String instanceId,
    @Nullable String previousInstanceId,
    @Nullable Instant sharedNameAt,
    Instant joinedAt,
    boolean expected) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final Duration SHARED_NAME_SHOWN = Duration.ofMinutes(5);
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(70);

  /// Whether a text may name an edge.
  public static boolean isValidId(String id) {
    return ID.matcher(id).matches();
  }

  /// The edge as its first acknowledgement describes it.
  static Edge first(Acknowledgement said, Instant at) {
    return new Edge(
        said.edgeId(),
        said.address(),
        said.version(),
        said.cursor(),
        at,
        said.instanceId(),
        null,
        null,
        at,
        !said.goodbye());
  }

  /// The edge after an acknowledgement. The cursor never moves back.
  Edge after(Acknowledgement said, Instant at) {
    boolean changed = said.instanceId() != null && !said.instanceId().equals(instanceId);
    return new Edge(
        id,
        said.address() == null ? address : said.address(),
        said.version() == null ? version : said.version(),
        Math.max(cursor, said.cursor()),
        at,
        changed ? said.instanceId() : instanceId,
        changed ? instanceId : previousInstanceId,
        isBack(said, changed) ? at : sharedNameAt,
        expected ? joinedAt : at,
        !said.goodbye());
  }

  /// Whether two running processes were seen under this name lately.
  boolean isNameShared(Instant now) {
    return sharedNameAt != null && sharedNameAt.plus(SHARED_NAME_SHOWN).isAfter(now);
  }

  /// Whether it has missed two of the signs of life that it gives each half minute.
  boolean isLost(Instant now) {
    return lastSeenAt.plus(LONGEST_SILENCE).isBefore(now);
  }

  /// Whether a change waits, or waited, for this edge: one that came later knew it from the start.
  boolean isConcernedBy(long seq, Instant at) {
    return expected && (cursor < seq || !joinedAt.isAfter(at));
  }

  /// A restart makes a new id, so one that comes back was there all the time.
  private boolean isBack(Acknowledgement said, boolean changed) {
    return changed && said.instanceId() != null && said.instanceId().equals(previousInstanceId);
  }
}
