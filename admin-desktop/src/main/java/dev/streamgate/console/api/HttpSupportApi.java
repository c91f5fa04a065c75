package dev.streamgate.console.api;

import dev.streamgate.model.insight.AuditLogEntry;
import dev.streamgate.model.insight.DiagnosticsResponse;
import dev.streamgate.model.json.Page;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.staff.LockedAddressResponse;
import java.util.List;
import java.util.Map;

/// Diagnostics, audit log and locked addresses over HTTP (API §4.5).
public final class HttpSupportApi implements SupportApi {
  private static final String LOCKED = "/api/admin/locked-addresses";

  private final HttpServerCalls calls;
  private volatile String lastExchange = "";

  public HttpSupportApi(HttpServerCalls calls) {
    this.calls = calls;
  }

  @Override
  public Answer<DiagnosticsResponse> diagnose(String query) {
    Answer<DiagnosticsResponse> answer =
        calls.post(
            "/api/admin/diagnostics",
            Map.of("query", query),
            HttpServerCalls.Reader.data(DiagnosticsResponse.class));
    lastExchange = calls.lastExchange();
    return answer;
  }

  @Override
  public Answer<Page<AuditLogEntry>> audit(AuditQuery query) {
    Query path =
        Query.of("/api/admin/audit-log")
            .with("action", query.action())
            .with("since", query.since().map(WireJson::instant).orElse(""))
            .with("until", query.until().map(WireJson::instant).orElse(""))
            .with("eventId", query.eventId())
            .with("tokenId", query.ticketId())
            .with("page", query.page())
            .with("limit", AuditQuery.PAGE_SIZE);
    return calls.get(
        path.toString(), answer -> WireJson.readPage(answer.body(), AuditLogEntry.class));
  }

  @Override
  public Answer<List<LockedAddressResponse>> lockedAddresses() {
    return calls.get(LOCKED, HttpServerCalls.Reader.list(LockedAddressResponse.class));
  }

  @Override
  public Answer<Done> unlock(String address) {
    return calls.delete(LOCKED + "/" + Query.encoded(address));
  }

  @Override
  public String lastExchange() {
    return lastExchange;
  }
}
