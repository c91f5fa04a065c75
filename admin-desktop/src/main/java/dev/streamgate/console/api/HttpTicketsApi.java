package dev.streamgate.console.api;

import dev.streamgate.console.api.HttpServerCalls.Reader;
import dev.streamgate.model.json.Page;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.tickets.BulkRevokeRequest;
import dev.streamgate.model.tickets.BulkRevokeResponse;
import dev.streamgate.model.tickets.GenerateRequest;
import dev.streamgate.model.tickets.GeneratedToken;
import dev.streamgate.model.tickets.ImportRefusal;
import dev.streamgate.model.tickets.ImportRequest;
import dev.streamgate.model.tickets.ImportResponse;
import dev.streamgate.model.tickets.TokenEditRequest;
import dev.streamgate.model.tickets.TokenResponse;
import dev.streamgate.model.tickets.TokenStatus;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Making, finding and revoking tickets over HTTP (API §4.4); the API calls them tokens.
public final class HttpTicketsApi implements TicketsApi {
  private static final String TOKENS = "/api/admin/tokens";
  private static final Reader<TokenResponse> TICKET = Reader.data(TokenResponse.class);
  private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"/\\\\]+)\"");

  private final HttpServerCalls calls;

  public HttpTicketsApi(HttpServerCalls calls) {
    this.calls = calls;
  }

  @Override
  public Answer<Page<TokenResponse>> list(TicketQuery query) {
    Query path =
        Query.of(TOKENS)
            .with("eventId", query.eventId().orElse(""))
            .with("status", query.status().map(HttpTicketsApi::wireName).orElse(""))
            .with("search", query.search())
            .with("page", query.page())
            .with("limit", query.limit());
    return calls.get(
        path.toString(), answer -> WireJson.readPage(answer.body(), TokenResponse.class));
  }

  @Override
  public Answer<List<GeneratedToken>> generate(String eventId, GenerateRequest order) {
    return calls.post(
        ofEvent(eventId, "generate"),
        order,
        answer -> WireJson.readPage(answer.body(), GeneratedToken.class).data());
  }

  @Override
  public Answer<ImportVerdict> importRows(String eventId, ImportRequest rows) {
    return calls.post(
        ofEvent(eventId, "import"),
        rows,
        answer ->
            new ImportVerdict(
                WireJson.readData(answer.body(), ImportResponse.class).imported(), List.of()),
        HttpTicketsApi::refusedRows);
  }

  @Override
  public Answer<TokenResponse> edit(String ticketId, TokenEditRequest change) {
    return calls.patch(TOKENS + "/" + Query.encoded(ticketId), change, TICKET);
  }

  @Override
  public Answer<TokenResponse> revoke(String ticketId) {
    return calls.patch(TOKENS + "/" + Query.encoded(ticketId) + "/revoke", TICKET);
  }

  @Override
  public Answer<TokenResponse> unrevoke(String ticketId) {
    return calls.patch(TOKENS + "/" + Query.encoded(ticketId) + "/unrevoke", TICKET);
  }

  @Override
  public Answer<BulkRevokeResponse> revokeAll(List<String> ticketIds) {
    return calls.post(
        TOKENS + "/bulk-revoke",
        new BulkRevokeRequest(ticketIds),
        Reader.data(BulkRevokeResponse.class));
  }

  @Override
  public Answer<ExportedTickets> export(String eventId) {
    return calls.get(ofEvent(eventId, "export?progress=true"), HttpTicketsApi::exported);
  }

  /// Empty for any other refusal.
  private static Optional<ImportVerdict> refusedRows(byte[] body) {
    return WireJson.tree(body).path("rows").isArray()
        ? Optional.of(new ImportVerdict(0, WireJson.read(body, ImportRefusal.class).rows()))
        : Optional.empty();
  }

  private static ExportedTickets exported(HttpResponse<byte[]> answer) {
    String disposition = answer.headers().firstValue("Content-Disposition").orElse("");
    Matcher name = FILE_NAME.matcher(disposition);
    return new ExportedTickets(
        name.find() ? name.group(1) : "tokens.csv",
        new String(answer.body(), StandardCharsets.UTF_8));
  }

  private static String ofEvent(String eventId, String action) {
    return "/api/admin/events/" + Query.encoded(eventId) + "/tokens/" + action;
  }

  private static String wireName(TokenStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
