package dev.streamgate.model.text;

import java.util.function.IntPredicate;

/// Text from outside, made fit to be stored and shown: without control characters, without halves
/// of surrogate pairs, and without blanks around it.
public final class PlainText {
  private PlainText() {}

  /// `typed` as one line.
  public static String line(String typed) {
    return keep(typed, PlainText::isPrintable);
  }

  /// `typed` with its line breaks and tabs.
  public static String paragraphs(String typed) {
    return keep(typed, symbol -> isPrintable(symbol) || symbol == '\n' || symbol == '\t');
  }

  private static String keep(String typed, IntPredicate wanted) {
    return typed
        .codePoints()
        .filter(wanted)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }

  private static boolean isPrintable(int symbol) {
    return !Character.isISOControl(symbol) && Character.getType(symbol) != Character.SURROGATE;
  }
}
