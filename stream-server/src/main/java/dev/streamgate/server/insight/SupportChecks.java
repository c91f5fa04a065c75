package dev.streamgate.server.insight;

import dev.streamgate.model.insight.DiagnosticsResponse.Check;
import dev.streamgate.model.insight.DiagnosticsResponse.Kind;
import dev.streamgate.model.insight.DiagnosticsResponse.Result;
import dev.streamgate.server.grants.TokenExamination;
import dev.streamgate.server.grants.TokenExamination.Signer;
import dev.streamgate.server.grants.TokenRefusal;
import dev.streamgate.server.playback.AccessDecision.Refused;
import dev.streamgate.server.playback.AccessRefusal.EventInactive;
import dev.streamgate.server.playback.AccessRefusal.Revoked;
import dev.streamgate.server.playback.AccessRules;
import dev.streamgate.server.playback.Entitlement;
import dev.streamgate.server.playback.Entitlements;
import dev.streamgate.server.sessions.Attendance;
import dev.streamgate.server.sessions.Session;
import dev.streamgate.server.sessions.Standing;
import dev.streamgate.server.tickets.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The checks of a support case, one by one and in plain words (API §4.5).
public final class SupportChecks {
  private final Entitlements entitlements;
  private final Attendance attendance;
  private final PreviewSight previews;
  private final MediaOrigins origins;
  private final InstantSource clock;

  public SupportChecks(
      Entitlements entitlements,
      Attendance attendance,
      PreviewSight previews,
      MediaOrigins origins,
      InstantSource clock) {
    this.entitlements = entitlements;
    this.attendance = attendance;
    this.previews = previews;
    this.origins = origins;
    this.clock = clock;
  }

  /// All checks, in the order of the specification.
  List<Check> of(SupportCase about) {
    return List.of(
        threeParts(about),
        signature(about),
        notExpired(about),
        subjectExists(about),
        subjectActive(about),
        sessionAlive(about),
        corsOrigin());
  }

  private static Check threeParts(SupportCase about) {
    String id = "threeParts";
    if (about.kind() == Kind.UNKNOWN) {
      return fail(id, "neither a code, nor a session id, nor a playback token");
    }
    return about
        .token()
        .map(token ->
            token.isReadable()
                ? pass(id, "three parts separated by dots")
                : fail(id, "not three parts separated by dots as a playback token has them"))
        .orElseGet(() -> skip(id, "not a playback token"));
  }

  private static Check signature(SupportCase about) {
    String id = "signature";
    Optional<TokenExamination> token = about.token().filter(TokenExamination::isReadable);
    if (token.isEmpty()) {
      return skip(id, "nothing signed to look at");
    }
    return token
        .flatMap(TokenExamination::signer)
        .map(signer -> pass(id, signer == Signer.CURRENT_KEY ? "current key" : "old key"))
        .orElseGet(() -> fail(id, "signed by neither the current nor the old key"));
  }

  private Check notExpired(SupportCase about) {
    String id = "notExpired";
    Optional<TokenExamination> signed = about.token().filter(it -> it.signer().isPresent());
    if (signed.isPresent()) {
      return notExpired(id, signed.get());
    }
    return about.token().isEmpty() && about.ticket().isPresent()
        ? notExpired(id, "the ticket ", about.ticket().get().expiresAt())
        : skip(id, "no time to look at");
  }

  private Check notExpired(String id, TokenExamination signed) {
    if (signed.claims().isEmpty()) {
      return fail(id, "its claims are missing or break the rules");
    }
    return signed.refusal().filter(TokenRefusal.MALFORMED::equals).isPresent()
        ? fail(id, "not valid yet, or for longer than any token may be")
        : notExpired(id, "", signed.claims().get().expiresAt());
  }

  private Check notExpired(String id, String subject, Instant end) {
    Instant now = clock.instant();
    return now.isBefore(end)
        ? pass(id, subject + "expires in " + Span.of(Duration.between(now, end)))
        : fail(id, subject + "expired " + Span.of(Duration.between(end, now)) + " ago");
  }

  private static Check subjectExists(SupportCase about) {
    String id = "subjectExists";
    if (about.ticket().isPresent()) {
      return pass(id, "ticket " + about.ticket().get().code());
    }
    if (about.preview().isPresent()) {
      return pass(id, about.preview().get().description());
    }
    if (isUnproven(about)) {
      return skip(id, "not known without a good token");
    }
    return fail(
        id,
        switch (about.kind()) {
          case CODE -> "no ticket has this code";
          case SESSION -> "no session with this id is known, or its ticket is deleted";
          case TOKEN -> "the ticket of this token does not exist";
          case UNKNOWN -> "nothing to look for";
        });
  }

  private Check subjectActive(SupportCase about) {
    String id = "subjectActive";
    if (about.preview().isPresent()) {
      return previewOpen(id, about.preview().get());
    }
    if (about.ticket().isEmpty()) {
      return skip(id, "no ticket to look at");
    }
    Optional<Entitlement> entitlement = about.ticket().flatMap(entitlements::of);
    if (entitlement.isEmpty()) {
      return fail(id, "the event is deleted");
    }
    if (AccessRules.decide(entitlement.get()) instanceof Refused(var refusal)) {
      return switch (refusal) {
        case Revoked _ -> fail(id, "the ticket is revoked" + since(about.ticket().get()));
        case EventInactive _ -> fail(id, "the event is deactivated");
        default -> pass(id, "the ticket is not revoked and the event is active");
      };
    }
    return pass(id, "the ticket is not revoked and the event is active");
  }

  private Check previewOpen(String id, PreviewCase preview) {
    if (previews.isOpen(preview)) {
      return pass(id, "the preview is open");
    }
    return fail(
        id,
        preview.forStaff()
            ? "it has ended: its time is over, its sign-in has ended, or it was revoked"
            : "the event is deactivated, deleted, or has no preview any more");
  }

  private String since(Ticket ticket) {
    return Optional.ofNullable(ticket.revokedAt())
        .map(at -> ", " + Span.of(Duration.between(at, clock.instant())) + " ago")
        .orElse("");
  }

  private Check sessionAlive(SupportCase about) {
    String id = "sessionAlive";
    if (about.preview().isPresent()) {
      return skip(id, "a preview takes no seat");
    }
    if (about.ticket().isEmpty()) {
      return skip(id, "no session to look at");
    }
    Ticket ticket = about.ticket().get();
    return about
        .sessionId()
        .map(session ->
            standing(id, attendance.standing(session, ticket.id(), ticket.maxSessions())))
        .orElseGet(() -> seats(id, ticket));
  }

  private Check standing(String id, Standing standing) {
    return switch (standing) {
      case Standing.Alive(Session session) -> pass(id, lastHeard(session));
      case Standing.Displaced() -> fail(id, "another device took its seat");
      case Standing.Lost(Standing.Cause cause) ->
          fail(
              id,
              switch (cause) {
                case TIMED_OUT -> "timed out: its heartbeats stayed away";
                case RELEASED -> "released by the viewer or by staff";
              });
    };
  }

  private Check seats(String id, Ticket ticket) {
    List<Session> live = attendance.liveOf(ticket.id());
    return live.isEmpty()
        ? skip(id, "nobody watches with this ticket")
        : pass(
            id,
            "%d of %d seats taken; %s"
                .formatted(live.size(), ticket.maxSessions(), lastHeard(live.getLast())));
  }

  private String lastHeard(Session session) {
    Duration silence = Duration.between(session.lastHeartbeat(), clock.instant());
    return "last heard " + Span.of(silence.isNegative() ? Duration.ZERO : silence) + " ago";
  }

  private Check corsOrigin() {
    String id = "corsOrigin";
    if (!origins.allowed().isEmpty()) {
      return pass(id, String.join(", ", origins.allowed()));
    }
    return origins.mediaIsElsewhere()
        ? fail(id, "video comes from another origin, and CORS_ALLOWED_ORIGIN is not set")
        : skip(id, "not needed: pages of this server may always load its video");
  }

  /// Whether there is a token, but not one whose words can be believed.
  private static boolean isUnproven(SupportCase about) {
    return about.token().filter(token -> token.claims().isEmpty()).isPresent();
  }

  private static Check pass(String id, String detail) {
    return new Check(id, Result.PASS, detail);
  }

  private static Check fail(String id, String detail) {
    return new Check(id, Result.FAIL, detail);
  }

  private static Check skip(String id, String detail) {
    return new Check(id, Result.SKIP, detail);
  }
}
