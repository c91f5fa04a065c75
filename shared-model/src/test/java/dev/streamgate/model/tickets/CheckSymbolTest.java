package dev.streamgate.model.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckSymbolTest {
  @ParameterizedTest
  @CsvSource({
    "7K3M9QWX2HT, W",
    "0123456789A, B",
    "ABCDEFGHJKM, Y",
    "ZZZZZZZZZZZ, B",
    "00000000000, 0"
  })
  void theSymbolIsThatOfTheWorkedExamples(String symbols, char check) {
    assertThat(CheckSymbol.checkSymbol(symbols)).isEqualTo(check);
    assertThat(CheckSymbol.isCheckSymbolValid(symbols + check)).isTrue();
  }

  @Test
  void everyErrorInOneSymbolIsCaught() {
    codes().forEach(CheckSymbolTest::assertEveryReplacementIsCaught);
  }

  @Test
  void everySwapOfNeighboursIsCaughtExceptZeroWithZ() {
    codes().forEach(CheckSymbolTest::assertEverySwapIsCaught);
  }

  @ParameterizedTest
  @CsvSource({"7K3M9QWX2HT", "7K3M9QWX2HTWW", "7k3m9qwx2htw", "7K3M9QWX2HUW", "''"})
  void whatIsNoPrintedCodeIsNotValid(String code) {
    assertThat(CheckSymbol.isCheckSymbolValid(code)).isFalse();
  }

  private static void assertEveryReplacementIsCaught(String code) {
    for (int place = 0; place < code.length(); place++) {
      for (char symbol : CheckSymbol.ALPHABET.toCharArray()) {
        String other = code.substring(0, place) + symbol + code.substring(place + 1);
        assertThat(CheckSymbol.isCheckSymbolValid(other)).as(other).isEqualTo(other.equals(code));
      }
    }
  }

  private static void assertEverySwapIsCaught(String code) {
    for (int place = 0; place < code.length() - 1; place++) {
      String pair = code.substring(place, place + 2);
      String swapped = new StringBuilder(pair).reverse().toString();
      String other = code.substring(0, place) + swapped + code.substring(place + 2);
      boolean unseen = pair.equals(swapped) || pair.equals("0Z") || pair.equals("Z0");
      assertThat(CheckSymbol.isCheckSymbolValid(other)).as(other).isEqualTo(unseen);
    }
  }

  /// A thousand valid codes, the same in every run.
  private static Stream<String> codes() {
    Random random = new Random(32);
    return Stream.generate(() -> code(random)).limit(1_000);
  }

  private static String code(Random random) {
    String symbols =
        random
            .ints(CheckSymbol.CODE_LENGTH - 1, 0, CheckSymbol.ALPHABET.length())
            .mapToObj(value -> CheckSymbol.ALPHABET.substring(value, value + 1))
            .collect(Collectors.joining());
    return symbols + CheckSymbol.checkSymbol(symbols);
  }
}
