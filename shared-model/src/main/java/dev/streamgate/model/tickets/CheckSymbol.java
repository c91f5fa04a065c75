package dev.streamgate.model.tickets;

/// The check symbol of printed codes, Luhn mod 32 (Spec, rules §2.3). It catches every error in one
/// symbol, and every swap of two neighbours except `0` with `Z`.
public final class CheckSymbol {
  /// The 32 symbols of printed codes; a symbol's value is its position.
  public static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /// Symbols of a printed code, the check symbol included.
  public static final int CODE_LENGTH = 12;

  private static final int BASE = ALPHABET.length();

  private CheckSymbol() {}

  /// The check symbol of the eleven symbols before it.
  ///
  /// @throws IllegalArgumentException if a symbol is not of the alphabet
  public static char checkSymbol(String symbols) {
    return ALPHABET.charAt((BASE - sum(symbols, 2) % BASE) % BASE);
  }

  /// Whether a canonical code has twelve symbols of the alphabet and the right check symbol.
  public static boolean isCheckSymbolValid(String canonicalCode) {
    return canonicalCode.length() == CODE_LENGTH
        && canonicalCode.chars().allMatch(symbol -> ALPHABET.indexOf(symbol) >= 0)
        && sum(canonicalCode, 1) % BASE == 0;
  }

  private static int sum(String symbols, int rightmostFactor) {
    int sum = 0;
    int factor = rightmostFactor;
    for (int i = symbols.length() - 1; i >= 0; i--) {
      int product = value(symbols.charAt(i)) * factor;
      sum += product / BASE + product % BASE;
      factor = 3 - factor;
    }
    return sum;
  }

  private static int value(char symbol) {
    int value = ALPHABET.indexOf(symbol);
    if (value < 0) {
      throw new IllegalArgumentException("not a symbol of printed codes");
    }
    return value;
  }
}
