package dev.streamgate.console.stand;

import dev.streamgate.model.changes.ChangeConfirmation;
import dev.streamgate.model.changes.EdgeResponse;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.insight.AuditLogEntry;
import dev.streamgate.model.insight.DiagnosticsResponse;
import dev.streamgate.model.insight.DiagnosticsResponse.Check;
import dev.streamgate.model.insight.DiagnosticsResponse.Kind;
import dev.streamgate.model.insight.DiagnosticsResponse.Result;
import dev.streamgate.model.sessions.LiveSessionView;
import dev.streamgate.model.staff.LockedAddressResponse;
import dev.streamgate.model.staff.SettingsRequest;
import dev.streamgate.model.staff.SettingsResponse;
import dev.streamgate.model.staff.SettingsResponse.Setting;
import dev.streamgate.model.staff.StaffAccountChange;
import dev.streamgate.model.staff.StaffAccountResponse;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.model.tickets.TokenResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Edges, accounts, settings, sessions and rows of the audit log as a server would send them.
public final class Operations {
  private Operations() {}

  public static EdgeResponse edge(String id, Duration quiet, long behind) {
    return new EdgeResponse(
        id,
        "https://" + id + ".example.com",
        "0.1.0",
        1042 - behind,
        behind,
        Samples.NOW.minus(quiet),
        true,
        false,
        behind == 0 ? 120L : null);
  }

  static ChangeConfirmation confirmation(long seq, @Nullable Long afterMs) {
    Instant confirmedAt = afterMs == null ? null : Samples.NOW.plusMillis(afterMs);
    return new ChangeConfirmation(
        seq,
        "revoked",
        Samples.NOW,
        afterMs != null,
        afterMs,
        List.of(
            new ChangeConfirmation.EdgeConfirmation(
                "edge-eu", confirmedAt, afterMs, Samples.NOW.minus(Duration.ofMinutes(28)))));
  }

  public static LiveSessionView session(EventResponse event, TokenResponse ticket, Duration quiet) {
    return new LiveSessionView(
        event.id(),
        event.title(),
        "sid-" + ticket.id(),
        ticket.id(),
        ticket.code(),
        ticket.label(),
        "192.168.1." + (20 + ticket.id().length()),
        "Mozilla/5.0",
        "Firefox 140",
        "Windows 11",
        null,
        "viewer",
        Samples.NOW.minus(quiet),
        Samples.NOW.minus(Duration.ofMinutes(42)),
        Samples.NOW.minus(Duration.ofMinutes(42)));
  }

  public static StaffAccountResponse account(String name, StaffRole role, boolean disabled) {
    return new StaffAccountResponse(
        "acc-" + name,
        name,
        role,
        disabled,
        false,
        name.equals("box-office") ? null : Samples.NOW.minus(Duration.ofHours(3)),
        Samples.NOW.minus(Duration.ofDays(30)),
        false);
  }

  static StaffAccountResponse with(StaffAccountResponse account, StaffAccountChange change) {
    return new StaffAccountResponse(
        account.id(),
        account.username(),
        Objects.requireNonNullElse(change.role(), account.role()),
        Objects.requireNonNullElse(change.disabled(), account.disabled()),
        change.password() != null || account.mustChangePassword(),
        account.lastLoginAt(),
        account.createdAt(),
        account.fixed());
  }

  static SettingsResponse settings() {
    return new SettingsResponse(
        new Setting<>("StreamGate", false),
        new Setting<>(null, false),
        new Setting<>(List.of("en", "de"), false),
        new Setting<>(5, false),
        new Setting<>(1200, true));
  }

  static SettingsResponse with(SettingsResponse now, SettingsRequest change) {
    return new SettingsResponse(
        new Setting<>(Objects.requireNonNullElse(change.appName(), now.appName().value()), false),
        new Setting<>(
            change.supportContact() == null
                ? now.supportContact().value()
                : change.supportContact(),
            false),
        new Setting<>(
            change.languages() == null ? now.languages().value() : change.languages(), false),
        new Setting<>(
            change.validateRefusedPerMinute() == null
                ? now.validateRefusedPerMinute().value()
                : change.validateRefusedPerMinute(),
            false),
        change.validateTotalPerMinute() == null
            ? now.validateTotalPerMinute()
            : new Setting<>(change.validateTotalPerMinute(), false));
  }

  public static AuditLogEntry row(long id, String action, @Nullable String ticketId) {
    return new AuditLogEntry(
        id,
        Samples.NOW.minusSeconds(id * 37),
        action,
        action.startsWith("CODE") ? "viewer" : "admin",
        "192.168.1.23",
        "evt-1",
        "Annual Conference",
        ticketId,
        null,
        action.startsWith("SESSION") ? "b7c1e2f0-aaaa-4bbb-8ccc-123456789abc" : null,
        action.equals("CODE_REFUSED") ? "expired" : null,
        "Mozilla/5.0",
        null);
  }

  static DiagnosticsResponse expiredToken() {
    return new DiagnosticsResponse(
        Kind.TOKEN,
        "sid-tkt-2",
        "tkt-2",
        "evt-1",
        "expired",
        List.of(
            new Check("threeParts", Result.PASS, "three parts separated by dots"),
            new Check("signature", Result.PASS, "current key"),
            new Check("notExpired", Result.FAIL, "expired 12 min ago"),
            new Check("subjectExists", Result.PASS, "ticket ••••0022"),
            new Check("subjectActive", Result.PASS, "the ticket is not revoked"),
            new Check("sessionAlive", Result.PASS, "last heartbeat 4 s ago"),
            new Check("corsOrigin", Result.SKIP, "portal and media share an origin")),
        List.of(row(1, "PLAYBACK_TOKEN_ISSUED", "tkt-2"), row(2, "CODE_ACCEPTED", "tkt-2")),
        List.of());
  }

  public static LockedAddressResponse lockedAddress() {
    return new LockedAddressResponse("203.0.113.7", 5, Samples.NOW.plusSeconds(40));
  }
}
