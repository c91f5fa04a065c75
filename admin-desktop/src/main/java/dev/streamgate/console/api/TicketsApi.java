package dev.streamgate.console.api;

import dev.streamgate.model.json.Page;
import dev.streamgate.model.tickets.BulkRevokeResponse;
import dev.streamgate.model.tickets.GenerateRequest;
import dev.streamgate.model.tickets.GeneratedToken;
import dev.streamgate.model.tickets.ImportRequest;
import dev.streamgate.model.tickets.TokenEditRequest;
import dev.streamgate.model.tickets.TokenResponse;
import java.util.List;

/// Making, finding and revoking tickets.
public interface TicketsApi {
  Answer<Page<TokenResponse>> list(TicketQuery query);

  Answer<List<GeneratedToken>> generate(String eventId, GenerateRequest order);

  /// Imports all rows or none; a trial run only tells what would come of it.
  Answer<ImportVerdict> importRows(String eventId, ImportRequest rows);

  /// Changes label, devices or takeovers used.
  Answer<TokenResponse> edit(String ticketId, TokenEditRequest change);

  Answer<TokenResponse> revoke(String ticketId);

  Answer<TokenResponse> unrevoke(String ticketId);

  /// Revokes all of them or none; at most 500.
  Answer<BulkRevokeResponse> revokeAll(List<String> ticketIds);

  Answer<ExportedTickets> export(String eventId);
}
