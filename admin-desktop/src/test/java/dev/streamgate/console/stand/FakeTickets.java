package dev.streamgate.console.stand;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.api.ExportedTickets;
import dev.streamgate.console.api.ImportVerdict;
import dev.streamgate.console.api.TicketQuery;
import dev.streamgate.console.api.TicketsApi;
import dev.streamgate.model.changes.ChangeReceipt;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.json.Page;
import dev.streamgate.model.json.Pagination;
import dev.streamgate.model.tickets.BulkRevokeResponse;
import dev.streamgate.model.tickets.GenerateRequest;
import dev.streamgate.model.tickets.GeneratedToken;
import dev.streamgate.model.tickets.ImportRefusal;
import dev.streamgate.model.tickets.ImportRequest;
import dev.streamgate.model.tickets.TicketCode;
import dev.streamgate.model.tickets.TokenEditRequest;
import dev.streamgate.model.tickets.TokenResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The tickets of the fake server.
record FakeTickets(FakeServer server) implements TicketsApi {
  @Override
  public Answer<Page<TokenResponse>> list(TicketQuery query) {
    return server.answer(
        "list " + query.search(),
        () -> {
          List<TokenResponse> found =
              server.tickets.stream().filter(ticket -> matches(ticket, query)).toList();
          int from = Math.min(found.size(), (query.page() - 1) * query.limit());
          int to = Math.min(found.size(), from + query.limit());
          return Answer.of(
              new Page<>(
                  found.subList(from, to),
                  Pagination.of(query.page(), query.limit(), found.size())));
        });
  }

  @Override
  public Answer<List<GeneratedToken>> generate(String eventId, GenerateRequest order) {
    return server.answer(
        "generate",
        () -> {
          EventResponse event =
              server.events.stream()
                  .filter(known -> known.id().equals(eventId))
                  .findFirst()
                  .orElseThrow();
          int first = server.tickets.size() + 1;
          int count = Objects.requireNonNull(order.count());
          List<TokenResponse> made =
              IntStream.range(first, first + count)
                  .mapToObj(number -> Samples.ticket(event, number))
                  .toList();
          server.tickets.addAll(made);
          return Answer.of(made.stream().map(FakeTickets::generated).toList());
        });
  }

  @Override
  public Answer<ImportVerdict> importRows(String eventId, ImportRequest rows) {
    return server.answer(
        rows.dryRun() ? "trial" : "import",
        () -> {
          List<ImportRefusal.Row> bad = new ArrayList<>();
          Map<String, Integer> rowOf = new HashMap<>();
          for (int i = 0; i < rows.rows().size(); i++) {
            String code = TicketCode.sanitizeTokenCode(rows.rows().get(i).code());
            if (code.length() < ImportRequest.MIN_CODE_LENGTH) {
              bad.add(
                  new ImportRefusal.Row(i + 1, code, "Code must be 6 to 64 letters and digits"));
            }
            Integer same = rowOf.putIfAbsent(code, i + 1);
            if (same != null) {
              bad.add(new ImportRefusal.Row(i + 1, code, "Duplicate of row " + same));
            }
          }
          return Answer.of(new ImportVerdict(bad.isEmpty() ? rows.rows().size() : 0, bad));
        });
  }

  @Override
  public Answer<TokenResponse> edit(String ticketId, TokenEditRequest edit) {
    return server.answer("edit", () -> change(ticketId, ticket -> Samples.labelled(ticket, edit)));
  }

  @Override
  public Answer<TokenResponse> revoke(String ticketId) {
    return server.answer(
        "revoke",
        () -> change(ticketId, Samples::revoked).map(it -> it.withChange(new ChangeReceipt(7))));
  }

  @Override
  public Answer<TokenResponse> unrevoke(String ticketId) {
    return server.answer("unrevoke", () -> change(ticketId, Samples::reinstated));
  }

  @Override
  public Answer<BulkRevokeResponse> revokeAll(List<String> ticketIds) {
    return server.answer(
        "revokeAll",
        () -> {
          ticketIds.forEach(id -> change(id, Samples::revoked));
          return Answer.of(new BulkRevokeResponse(ticketIds.size(), new ChangeReceipt(7)));
        });
  }

  @Override
  public Answer<ExportedTickets> export(String eventId) {
    return server.answer(
        "export",
        () ->
            Answer.of(
                new ExportedTickets(
                    "tokens-" + eventId + ".csv",
                    "Code,Event Title,Expires At,Label,Status\r\nA,B,C,D,E\r\n")));
  }

  private Answer<TokenResponse> change(String id, UnaryOperator<TokenResponse> change) {
    for (int i = 0; i < server.tickets.size(); i++) {
      if (server.tickets.get(i).id().equals(id)) {
        server.tickets.set(i, change.apply(server.tickets.get(i)));
        return Answer.of(server.tickets.get(i));
      }
    }
    return Answer.failed(new ApiFailure.Refused(404, "Token not found"));
  }

  private static boolean matches(TokenResponse ticket, TicketQuery query) {
    String part = TicketCode.canonicalCode(query.search());
    String label = Objects.requireNonNullElse(ticket.label(), "");
    return query.eventId().map(ticket.eventId()::equals).orElse(true)
        && query.status().map(status -> status == ticket.status()).orElse(true)
        && (ticket.code().contains(part) || label.contains(query.search()));
  }

  private static GeneratedToken generated(TokenResponse ticket) {
    return new GeneratedToken(
        ticket.id(), ticket.code(), ticket.displayCode(), ticket.expiresAt(), ticket.label());
  }
}
