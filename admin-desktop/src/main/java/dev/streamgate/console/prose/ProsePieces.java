package dev.streamgate.console.prose;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A text cut wherever a line may end, the space between two words being a piece of its own.
record ProsePieces(List<String> pieces) {
  static ProsePieces of(String text) {
    List<String> pieces = new ArrayList<>();
    BreakIterator lines = BreakIterator.getLineInstance(Locale.ROOT);
    lines.setText(text);
    int from = lines.first();
    for (int to = lines.next(); to != BreakIterator.DONE; to = lines.next()) {
      String piece = text.substring(from, to);
      String word = piece.stripTrailing();
      add(pieces, word);
      add(pieces, piece.substring(word.length()));
      from = to;
    }
    return new ProsePieces(List.copyOf(pieces));
  }

  private static void add(List<String> pieces, String piece) {
    if (!piece.isEmpty()) {
      pieces.add(piece);
    }
  }
}
