package dev.streamgate.server.content;

import dev.streamgate.model.playback.StreamPath;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.content.Admittance.Finding;
import dev.streamgate.server.content.Admittance.Finding.Admitted;
import dev.streamgate.server.content.SeatDesk.Seat;
import dev.streamgate.server.content.TokenResult.Obstacle;
import dev.streamgate.server.content.TokenResult.Obstacle.Denied;
import dev.streamgate.server.grants.AddressKeys;
import dev.streamgate.server.grants.DirectoryGrant;
import dev.streamgate.server.playback.AccessRefusal;
import dev.streamgate.server.playback.Entitlement;
import dev.streamgate.server.playback.WatermarkBook;
import dev.streamgate.server.sessions.Device;
import dev.streamgate.server.tickets.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/// Addresses with a directory token for partners' players (API §3, media §3.2).
public final class SignedAddresses {
  private final Admittance admittance;
  private final SeatDesk seats;
  private final AddressKeys keys;
  private final WatermarkBook watermarks;
  private final ContentJournal journal;
  private final InstantSource clock;

  public SignedAddresses(
      Admittance admittance,
      SeatDesk seats,
      AddressKeys keys,
      WatermarkBook watermarks,
      ContentJournal journal,
      InstantSource clock) {
    this.admittance = admittance;
    this.seats = seats;
    this.keys = keys;
    this.watermarks = watermarks;
    this.journal = journal;
    this.clock = clock;
  }

  /// What an address is to be for.
  ///
  /// @param clientAddress the only one that may use it
  /// @param kilobytesPerSecond the pace of each response
  public record Wish(
      String content,
      String viewerId,
      Duration life,
      Optional<String> clientAddress,
      OptionalInt kilobytesPerSecond,
      Device device) {}

  /// What came of asking.
  public sealed interface Result {
    /// Path of the address, and until when it opens anything.
    record Signed(String path, Instant expiresAt, String sessionId) implements Result {}

    /// There is none.
    record NotSigned(Obstacle obstacle) implements Result {}

    /// The wish makes no sense.
    record Refused(DirectoryGrant.Problem problem) implements Result {}
  }

  public Result sign(Wish wish, Requester requester) {
    return switch (admittance.byViewer(wish.content(), wish.viewerId(), requester)) {
      case Finding.Barred(Obstacle obstacle) -> new Result.NotSigned(obstacle);
      case Admitted admitted -> sign(wish, admitted, requester);
    };
  }

  /// A wish that makes no sense is refused before it costs a seat.
  private Result sign(Wish wish, Admitted admitted, Requester requester) {
    Entitlement entitlement = admitted.entitlement();
    Optional<Denial> denial = denial(entitlement);
    if (denial.isPresent()) {
      journal.denied(entitlement.ticket(), denial.get().reason(), requester);
      return new Result.NotSigned(new Denied(denial.get()));
    }
    Instant until = ContentTokens.endOf(entitlement, wish.life());
    return switch (grant(wish, entitlement, until, Optional.empty()).sign(keys, clock)) {
      case DirectoryGrant.Signing.Refused(var problem) -> new Result.Refused(problem);
      case DirectoryGrant.Signing.Signed _ -> seat(wish, admitted, until, requester);
    };
  }

  /// A directory token can neither keep a folder closed nor say that it is for staff, whom alone an
  /// inactive event is open to.
  private static Optional<Denial> denial(Entitlement entitlement) {
    if (!entitlement.event().isActive()) {
      return Optional.of(new Denial.TicketRefused(new AccessRefusal.EventInactive()));
    }
    return entitlement.closedFolders().isEmpty()
        ? Optional.empty()
        : Optional.of(new Denial.PartlyLocked());
  }

  private Result seat(Wish wish, Admitted admitted, Instant until, Requester requester) {
    return switch (seats.partner(admitted, Optional.empty(), until, wish.device(), requester)) {
      case Seat.None(Obstacle obstacle) -> new Result.NotSigned(obstacle);
      case Seat.Taken(String sessionId) -> {
        Entitlement entitlement = admitted.entitlement();
        DirectoryGrant grant = grant(wish, entitlement, until, Optional.of(sessionId));
        journal.addressSigned(entitlement.ticket(), sessionId, requester);
        watermarks.note(entitlement.ticket(), sessionId);
        yield switch (grant.sign(keys, clock)) {
          case DirectoryGrant.Signing.Refused(var problem) -> new Result.Refused(problem);
          case DirectoryGrant.Signing.Signed(String prefix) ->
              new Result.Signed(
                  prefix + entitlement.pathPrefix() + StreamPath.PLAYLIST, until, sessionId);
        };
      }
    };
  }

  private static DirectoryGrant grant(
      Wish wish, Entitlement entitlement, Instant until, Optional<String> sessionId) {
    Ticket ticket = entitlement.ticket();
    Integer maxHeight = ticket.maxHeight();
    return new DirectoryGrant(
        entitlement.pathPrefix(),
        until,
        wish.clientAddress(),
        wish.kilobytesPerSecond(),
        sessionId,
        Optional.of(ticket.code().hash()),
        maxHeight == null ? OptionalInt.empty() : OptionalInt.of(maxHeight));
  }
}
