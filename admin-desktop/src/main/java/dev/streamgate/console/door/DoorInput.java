package dev.streamgate.console.door;

import dev.streamgate.model.tickets.CheckSymbol;
import dev.streamgate.model.tickets.TicketCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What was typed or scanned at the door: a code, or the link on a ticket.
record DoorInput(String typed) {
  private static final Pattern IN_LINK = Pattern.compile("[?#&]code=([^&#]+)");

  /// The code, without separators and without the address around it.
  String code() {
    Matcher link = IN_LINK.matcher(typed);
    String text = link.find() ? URLDecoder.decode(link.group(1), StandardCharsets.UTF_8) : typed;
    return TicketCode.sanitizeTokenCode(text);
  }

  /// Whether twelve symbols of printed codes are there, as far as one can see.
  boolean isPrinted() {
    String canonical = TicketCode.canonicalCode(code());
    return canonical.length() == CheckSymbol.CODE_LENGTH
        && canonical.chars().allMatch(symbol -> CheckSymbol.ALPHABET.indexOf(symbol) >= 0);
  }

  /// Whether no symbol of a printed code is missing; there may be wrong ones among them.
  boolean isComplete() {
    return TicketCode.canonicalCode(code()).length() >= CheckSymbol.CODE_LENGTH;
  }

  boolean isCheckSymbolRight() {
    return CheckSymbol.isCheckSymbolValid(TicketCode.canonicalCode(code()));
  }

  boolean isLink() {
    return typed.contains(":/") || typed.contains("code=");
  }
}
