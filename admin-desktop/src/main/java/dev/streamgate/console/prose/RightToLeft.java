package dev.streamgate.console.prose;

import java.text.Bidi;

/// Whether anything in a text is written from right to left.
final class RightToLeft {
  private RightToLeft() {}

  static boolean isIn(String text) {
    return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
  }
}
