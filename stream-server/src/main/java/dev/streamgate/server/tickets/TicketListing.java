package dev.streamgate.server.tickets;

import dev.streamgate.model.json.PageRequest;
import dev.streamgate.model.tickets.TokenResponse.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Finds tickets for people to look at; the newest batch comes first, in the order in which it was
/// drawn.
public interface TicketListing {
  List<Line> page(TicketFilter filter, PageRequest page, Instant now);

  /// How many tickets pass the filter.
  long count(TicketFilter filter, Instant now);

  /// Like {@link #count}, for somebody who has just read a page.
  ///
  /// @param lines what was on the page
  long total(TicketFilter filter, PageRequest page, List<Line> lines, Instant now);

  Optional<Line> find(String id, Instant now);

  /// Hands over every ticket that passes the filter, without holding them all in memory.
  void forEach(TicketFilter filter, Instant now, Consumer<Watched> consumer);

  /// A ticket, and how far its holder has watched.
  record Watched(Ticket ticket, Progress progress) {}

  /// A ticket, its event's title, its sessions alive now, and how far its holder has watched.
  record Line(Ticket ticket, String eventTitle, int activeSessions, Progress progress) {}
}
