package dev.streamgate.server.tickets;

import dev.streamgate.model.tickets.CheckSymbol;
import dev.streamgate.model.tickets.CodeStyle;
import dev.streamgate.model.tickets.TicketCode;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Draws the codes of new tickets (Spec, rules §2.1). Thread-safe.
public final class CodeGenerator {
  private static final int ROUNDS = 3;
  private static final String BASE62 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final SecureRandom random;

  public CodeGenerator(SecureRandom random) {
    this.random = random;
  }

  /// Draws codes of which no two, and none with a taken one, share a canonical form. What collides
  /// is drawn anew, in three rounds at most.
  ///
  /// @param taken tells which of some canonical codes are in use
  /// @return empty if codes still collided in the last round
  public Optional<List<TicketCode>> draw(
      int count, CodeStyle style, Function<Collection<String>, Set<String>> taken) {
    Map<String, TicketCode> drawn = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS && drawn.size() < count; round++) {
      Map<String, TicketCode> fresh = drawOnce(count - drawn.size(), style);
      fresh.keySet().removeAll(taken.apply(fresh.keySet()));
      fresh.forEach(drawn::putIfAbsent);
    }
    return Optional.of(List.copyOf(drawn.values())).filter(codes -> codes.size() == count);
  }

  /// Codes by their canonical form; fewer than wanted if some of them collide.
  private Map<String, TicketCode> drawOnce(int count, CodeStyle style) {
    return Stream.generate(() -> new TicketCode(one(style)))
        .limit(count)
        .collect(
            Collectors.toMap(
                TicketCode::canonical, code -> code, (first, second) -> first, LinkedHashMap::new));
  }

  private String one(CodeStyle style) {
    return switch (style) {
      case PRINT -> {
        String symbols = symbols(CheckSymbol.ALPHABET, CheckSymbol.CODE_LENGTH - 1);
        yield symbols + CheckSymbol.checkSymbol(symbols);
      }
      case BASE62 -> symbols(BASE62, CheckSymbol.CODE_LENGTH);
      case IMPORTED -> throw new IllegalArgumentException("imported codes are not drawn");
    };
  }

  private String symbols(String alphabet, int count) {
    StringBuilder symbols = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      symbols.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return symbols.toString();
  }
}
