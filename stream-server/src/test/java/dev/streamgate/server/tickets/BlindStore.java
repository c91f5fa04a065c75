package dev.streamgate.server.tickets;

import dev.streamgate.model.tickets.TicketCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A store that for a while sees no code in use, as if they were all taken the moment after.
final class BlindStore implements TicketStore {
  private final TicketStore store;
  private int blindLooks;

  BlindStore(TicketStore store, int blindLooks) {
    this.store = store;
    this.blindLooks = blindLooks;
  }

  @Override
  public Set<String> taken(Collection<String> canonicalCodes) {
    return blindLooks-- > 0 ? Set.of() : store.taken(canonicalCodes);
  }

  @Override
  public Optional<Ticket> findById(String id) {
    return store.findById(id);
  }

  @Override
  public Optional<Ticket> findByCode(TicketCode code) {
    return store.findByCode(code);
  }

  @Override
  public List<Ticket> findAllById(Collection<String> ids) {
    return store.findAllById(ids);
  }

  @Override
  public List<String> buried(Collection<String> codes) {
    return store.buried(codes);
  }

  @Override
  public void insertAll(List<Ticket> tickets) {
    store.insertAll(tickets);
  }

  @Override
  public void markRedeemed(String id, Instant at, String address) {
    store.markRedeemed(id, at, address);
  }

  @Override
  public List<String> revoke(Collection<String> ids, Instant at) {
    return store.revoke(ids, at);
  }

  @Override
  public boolean unrevoke(String id) {
    return store.unrevoke(id);
  }
}
