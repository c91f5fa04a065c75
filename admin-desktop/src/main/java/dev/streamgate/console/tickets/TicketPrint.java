package dev.streamgate.console.tickets;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.TicketQuery;
import dev.streamgate.console.api.TicketsApi;
import dev.streamgate.console.print.PrintTable;
import dev.streamgate.console.print.Printing;
import dev.streamgate.console.screen.LongWork;
import dev.streamgate.console.screen.Writing;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.json.Pagination;
import dev.streamgate.model.tickets.TokenResponse;
import java.util.ArrayList;
import java.util.List;

/// Puts the tickets that are being looked at on paper, all pages of them.
public record TicketPrint(
    TicketsApi api, LongWork work, Writing writing, Printing printing, TicketTexts words) {
  /// More than this belongs into a file.
  private static final int MOST = 5_000;

  public void print(TicketQuery query) {
    work.begin(
        words.texts().get("preparingPrint"),
        progress -> all(query, 1, new ArrayList<>(), progress),
        new LongWork.Ends<>(this::print, work::warn, () -> {}));
  }

  private Answer<List<TokenResponse>> all(
      TicketQuery query, int page, List<TokenResponse> found, LongWork.Progress progress) {
    TicketQuery asked =
        new TicketQuery(
            query.eventId(), query.status(), query.search(), page, TicketQuery.LARGEST_PAGE);
    return api.list(asked)
        .then(answer -> {
          found.addAll(answer.data());
          Pagination at = answer.pagination();
          long total = at == null ? found.size() : Math.min(MOST, at.total());
          progress.at(total == 0 ? 1 : (double) found.size() / total, "");
          boolean more = at != null && page < at.totalPages() && found.size() < MOST;
          return more ? all(query, page + 1, found, progress) : Answer.of(List.copyOf(found));
        });
  }

  private void print(List<TokenResponse> tickets) {
    Catalogue texts = words.texts();
    PrintTable table =
        new PrintTable(
            texts.get("title"),
            List.of(
                texts.get("code"),
                texts.get("event"),
                texts.get("label"),
                texts.get("status"),
                texts.get("expiresAt")),
            List.of(0.2, 0.32, 0.18, 0.12, 0.18),
            tickets.stream().map(this::row).toList());
    printing
        .choose(table)
        .ifPresent(paper ->
            work.beginHere(
                texts.get("printing"),
                progress -> paper.print(share -> progress.at(share, "")),
                printed -> told(printed, tickets.size())));
  }

  private void told(boolean printed, int count) {
    if (printed) {
      writing.say(words.texts().get("printed", count));
    } else {
      writing.warn(words.texts().get("notPrinted"));
    }
  }

  private List<String> row(TokenResponse ticket) {
    return List.of(
        ticket.displayCode(),
        ticket.event().title(),
        words.text(ticket.label()),
        words.status(ticket.status()),
        words.time(ticket.expiresAt()));
  }
}
