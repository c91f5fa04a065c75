package dev.streamgate.server.content;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.model.sessions.SessionEndReason;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Change;
import dev.streamgate.server.changes.Changes;
import dev.streamgate.server.content.StaffPreviewStore.Preview;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.events.EventStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// Lets staff look at events without a ticket, inactive ones too; a look ends with the sign-in it
/// belongs to (Spec, rules §3.2 and amendments). Thread-safe.
public final class StaffPreviews implements Introspection.Previews {
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(60);

  private static final String SIGNED_OUT = "signed_out";
  private static final String REVOKED = "revoked";

  private final EventStore events;
  private final StaffPreviewStore store;
  private final ContentTokens tokens;
  private final Records records;
  private final Duration addressLife;
  private final Supplier<String> sessionIds;
  private final InstantSource clock;

  /// @param addressLife how long the address of a preview opens anything
  public StaffPreviews(
      EventStore events,
      StaffPreviewStore store,
      ContentTokens tokens,
      Records records,
      Duration addressLife,
      Timing timing) {
    this.events = events;
    this.store = store;
    this.tokens = tokens;
    this.records = records;
    this.addressLife = addressLife;
    this.sessionIds = timing.sessionIds();
    this.clock = timing.clock();
  }

  /// Where previews and their ends are written down.
  public record Records(Changes changes, AuditTrail audit, ContentJournal journal) {}

  /// What makes one preview differ from another.
  public record Timing(Supplier<String> sessionIds, InstantSource clock) {}

  /// Two tokens of one session: one to play with, and one that lives as long as the address it is
  /// put into.
  public record Issued(Event event, ContentPass pass, ContentPass inAddress) {
    /// How long the first one lives.
    public Duration life() {
      return TOKEN_LIFE;
    }
  }

  /// Empty if there is no such event.
  ///
  /// @param signIn the stored name of the sign-in that asks
  public Optional<Issued> issue(EventId id, String signIn, Requester requester) {
    return events.find(id).map(event -> issue(event, signIn, requester));
  }

  /// Ends the previews of sign-ins that have ended; called every second.
  public void endOrphans() {
    store.orphans().forEach(preview -> end(preview, Requester.SYSTEM, SIGNED_OUT));
  }

  /// Ends one preview before its time; false if there is none of this session.
  public boolean revoke(String sessionId, Requester by) {
    Optional<Preview> preview = store.find(sessionId);
    preview.ifPresent(it -> end(it, by, REVOKED));
    return preview.isPresent();
  }

  /// Forgets previews whose tokens have expired.
  public void forgetExpired() {
    store.deleteExpired(clock.instant());
  }

  @Override
  public boolean isOpen(PlaybackTokenClaims claims) {
    EventId event = new EventId(claims.eventId());
    return claims.isStaff()
        ? claims.sessionIfAny().filter(session -> isOpenForStaff(event, session)).isPresent()
        : claims.isPreview() && isOpenForEverybody(event);
  }

  /// Staff see what they were shown until their sign-in ends.
  public boolean isOpenForStaff(EventId event, String sessionId) {
    return store.isOpen(sessionId) && events.find(event).isPresent();
  }

  /// Whether everybody may see the preview of an event now.
  public boolean isOpenForEverybody(EventId event) {
    return events.find(event).filter(it -> it.isActive() && it.previewEnabled()).isPresent();
  }

  private Issued issue(Event event, String signIn, Requester requester) {
    String sessionId = sessionIds.get();
    ContentPass pass =
        tokens.staffPreview(event, sessionId, ContentTokens.Life.of(clock.instant(), TOKEN_LIFE));
    ContentPass inAddress =
        tokens.staffPreview(event, sessionId, ContentTokens.Life.of(clock.instant(), addressLife));
    store.insert(new Preview(sessionId, event.id().value(), signIn, pass.expiresAt()));
    records.journal().staffPreviewIssued(event, sessionId, requester);
    return new Issued(event, pass, inAddress);
  }

  private void end(Preview preview, Requester by, String reason) {
    records
        .changes()
        .commit(recorder -> {
          if (store.delete(preview.sessionId())) {
            records
                .audit()
                .record(
                    AuditEntry.of(AuditAction.CONTENT_SESSION_REVOKED, by)
                        .event(preview.eventId())
                        .session(preview.sessionId())
                        .reason(reason));
            recorder.record(new Change.SessionEnded(preview.sessionId(), SessionEndReason.REVOKED));
          }
          return preview;
        });
  }
}
