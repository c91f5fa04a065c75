package dev.streamgate.server.cli;

/// How many there are of something, as it is said.
public final class Counted {
  private Counted() {}

  /// Such as `1 event` or `2 events`.
  ///
  /// @param one the word for one of them, of which several end in `s`
  public static String of(long count, String one) {
    return count + " " + one + (count == 1 ? "" : "s");
  }
}
