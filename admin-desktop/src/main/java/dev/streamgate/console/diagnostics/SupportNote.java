package dev.streamgate.console.diagnostics;

import dev.streamgate.console.desktop.Clipboard;
import dev.streamgate.model.insight.AuditLogEntry;
import dev.streamgate.model.insight.DiagnosticsResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What support is told: ids, time, findings, the exchange with the server and its log around it.
/// Codes keep only their last four symbols, tokens nothing.
public record SupportNote(Clipboard clipboard, LogLines log, InstantSource clock) {
  private static final Pattern CODE =
      Pattern.compile("\\b[0-9A-Za-z]{4}-?[0-9A-Za-z]{4}-?[0-9A-Za-z]{4}\\b");
  private static final Pattern TOKEN =
      Pattern.compile("\\b[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]{8,}\\b");

  /// The lines of the server's log that speak of one of these, if it can be read from here.
  public interface LogLines {
    List<String> about(List<String> words);
  }

  void copy(String asked, DiagnosticsResponse found, String exchange) {
    clipboard.put(text(asked, found, exchange));
  }

  private String text(String asked, DiagnosticsResponse found, String exchange) {
    StringBuilder text = new StringBuilder();
    line(text, "Time", clock.instant());
    line(text, "Query", masked(asked));
    line(text, "Session", found.sessionId());
    line(text, "Ticket", found.tokenId());
    line(text, "Event", found.eventId());
    line(text, "Cause", found.cause());
    found
        .checks()
        .forEach(
            check -> line(text, check.id(), check.result() + ", " + maskedCodes(check.detail())));
    found
        .audit()
        .forEach(row -> line(text, "Audit", row.timestamp() + " " + row.action() + because(row)));
    line(text, System.lineSeparator() + "Exchange", System.lineSeparator() + exchange);
    List<String> lines = log.about(known(found));
    if (!lines.isEmpty()) {
      line(text, System.lineSeparator() + "Server log", "");
      lines.forEach(each -> text.append(maskedCodes(each)).append(System.lineSeparator()));
    }
    return text.toString();
  }

  private static List<String> known(DiagnosticsResponse found) {
    return Stream.of(found.sessionId(), found.tokenId()).filter(Objects::nonNull).toList();
  }

  private static void line(StringBuilder text, String name, @Nullable Object value) {
    if (value != null) {
      text.append(name).append(": ").append(value).append(System.lineSeparator());
    }
  }

  private static String because(AuditLogEntry row) {
    return row.reason() == null ? "" : " (" + row.reason() + ")";
  }

  /// Whatever was typed may be a code of any form, or a token.
  private static String masked(String typed) {
    if (TOKEN.matcher(typed).find()) {
      return "a playback token";
    }
    return typed.matches("[0-9a-f]{8}-[0-9a-f-]{27}") ? typed : "••••" + lastFour(typed);
  }

  private static String maskedCodes(String text) {
    String withoutTokens = TOKEN.matcher(text).replaceAll("<token>");
    return CODE.matcher(withoutTokens)
        .replaceAll(
            code -> isId(withoutTokens, code) ? code.group() : "••••" + lastFour(code.group()));
  }

  /// Parts of ids in the form of UUIDs look like codes of three groups.
  private static boolean isId(String text, MatchResult code) {
    boolean before = code.start() > 0 && text.charAt(code.start() - 1) == '-';
    boolean after = code.end() < text.length() && text.charAt(code.end()) == '-';
    return before || after;
  }

  private static String lastFour(String code) {
    return code.substring(Math.max(0, code.length() - 4));
  }
}
