package dev.streamgate.server.tickets;

import dev.streamgate.model.tickets.TicketCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps tickets. Instants are kept to the millisecond.
public interface TicketStore {
  Optional<Ticket> findById(String id);

  /// The ticket whose code has the same canonical form.
  Optional<Ticket> findByCode(TicketCode code);

  /// Those of the tickets that exist, in no particular order.
  List<Ticket> findAllById(Collection<String> ids);

  /// Which of these canonical codes belong to a ticket.
  Set<String> taken(Collection<String> canonicalCodes);

  /// Which of these codes, as stored, belonged to tickets of deleted events and are still refused.
  List<String> buried(Collection<String> codes);

  /// Stores a batch, whose order it keeps: all of it or, in a transaction, none.
  ///
  /// @throws CodeTakenException if another ticket has one of the codes
  void insertAll(List<Ticket> tickets);

  /// Notes the first use of a ticket; a later one changes nothing.
  void markRedeemed(String id, Instant at, String address);

  /// Revokes tickets; those already revoked keep their time.
  ///
  /// @return the ids of those that were not revoked before
  List<String> revoke(Collection<String> ids, Instant at);

  /// Takes a revocation back.
  ///
  /// @return whether the ticket was revoked before
  boolean unrevoke(String id);
}
