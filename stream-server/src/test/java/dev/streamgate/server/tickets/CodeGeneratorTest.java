package dev.streamgate.server.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.tickets.CheckSymbol;
import dev.streamgate.model.tickets.CodeStyle;
import dev.streamgate.model.tickets.TicketCode;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CodeGeneratorTest {
  private static final int MANY = 10_000;
  private final CodeGenerator codes = new CodeGenerator(new SecureRandom());

  @Test
  void tenThousandPrintedCodesAreDistinctAndCarryTheirCheckSymbol() {
    List<TicketCode> drawn = draw(CodeStyle.PRINT);

    assertThat(drawn.stream().map(TicketCode::canonical).distinct()).hasSize(MANY);
    assertThat(drawn).allMatch(code -> CheckSymbol.isCheckSymbolValid(code.value()));
  }

  @Test
  void tenThousandBase62CodesAreDistinctInCanonicalForm() {
    List<TicketCode> drawn = draw(CodeStyle.BASE62);

    assertThat(drawn.stream().map(TicketCode::canonical).distinct()).hasSize(MANY);
    assertThat(drawn).allMatch(code -> code.value().matches("[A-Za-z0-9]{12}"));
  }

  /// With 31 degrees of freedom χ² exceeds 77.5 once in 100 000 runs of a fair draw.
  @Test
  void everySymbolIsEquallyLikelyAtEveryPlace() {
    List<TicketCode> drawn = draw(CodeStyle.PRINT);

    for (int place = 0; place < CheckSymbol.CODE_LENGTH - 1; place++) {
      assertThat(chiSquare(drawn, place)).as("place %d", place).isLessThan(77.5);
    }
  }

  @Test
  void whatCollidesIsDrawnAnew() {
    CodeGenerator zeroesThenOnes = new CodeGenerator(new ScriptedRandom(2 * 11));

    assertThat(zeroesThenOnes.draw(2, CodeStyle.PRINT, taken -> Set.of()))
        .hasValueSatisfying(drawn ->
            assertThat(drawn)
                .extracting(TicketCode::value)
                .containsExactly("000000000000", "11111111111F"));
  }

  @Test
  void afterThreeRoundsOfCollisionsTheBatchFails() {
    AtomicInteger rounds = new AtomicInteger();

    assertThat(codes.draw(5, CodeStyle.PRINT, all -> counted(rounds, all))).isEmpty();
    assertThat(rounds).hasValue(3);
  }

  @Test
  void aCodeInUseIsDrawnAnewAndTheRestKept() {
    AtomicInteger rounds = new AtomicInteger();

    assertThat(
            codes.draw(
                5,
                CodeStyle.PRINT,
                drawn -> rounds.getAndIncrement() == 0 ? first(drawn) : Set.of()))
        .hasValueSatisfying(drawn -> assertThat(drawn).hasSize(5).doesNotHaveDuplicates());
    assertThat(rounds).hasValue(2);
  }

  private List<TicketCode> draw(CodeStyle style) {
    return codes.draw(MANY, style, drawn -> Set.of()).orElseThrow();
  }

  private static Set<String> counted(AtomicInteger rounds, Collection<String> drawn) {
    rounds.incrementAndGet();
    return Set.copyOf(drawn);
  }

  private static Set<String> first(Collection<String> drawn) {
    return Set.of(drawn.iterator().next());
  }

  private static double chiSquare(List<TicketCode> drawn, int place) {
    double expected = (double) MANY / CheckSymbol.ALPHABET.length();
    return drawn.stream()
        .collect(Collectors.groupingBy(code -> code.value().charAt(place), Collectors.counting()))
        .values()
        .stream()
        .mapToDouble(seen -> (seen - expected) * (seen - expected) / expected)
        .sum();
  }

  /// Draws zeroes at first, and ones from then on.
  private static final class ScriptedRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private int zeroes;

    ScriptedRandom(int zeroes) {
      this.zeroes = zeroes;
    }

    @Override
    public int nextInt(int bound) {
      return zeroes-- > 0 ? 0 : 1;
    }
  }
}
