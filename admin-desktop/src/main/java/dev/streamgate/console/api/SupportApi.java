package dev.streamgate.console.api;

import dev.streamgate.model.insight.AuditLogEntry;
import dev.streamgate.model.insight.DiagnosticsResponse;
import dev.streamgate.model.json.Page;
import dev.streamgate.model.staff.LockedAddressResponse;
import java.util.List;

/// What helps to find out why somebody cannot watch.
public interface SupportApi {
  /// What is wrong, or right, with a code, session id or playback token.
  Answer<DiagnosticsResponse> diagnose(String query);

  Answer<Page<AuditLogEntry>> audit(AuditQuery query);

  Answer<List<LockedAddressResponse>> lockedAddresses();

  /// Gives an address its guesses back.
  Answer<Done> unlock(String address);

  /// Request line and headers of the last exchange, without the sign-in, for support.
  String lastExchange();
}
