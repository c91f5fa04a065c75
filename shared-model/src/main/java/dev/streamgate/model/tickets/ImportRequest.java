package dev.streamgate.model.tickets;

import java.util.List;

/// Codes from somewhere else, each of which becomes a ticket (API §4.4): at most 5 000, in at most
/// 512 KiB.
///
/// @param dryRun only tells what would come of it
public record ImportRequest(List<ImportRow> rows, boolean dryRun) {
  public static final int MAX_ROWS = 5_000;
  public static final int MAX_BYTES = 512 * 1024;

  /// The shortest code that is imported, in symbols without separators.
  public static final int MIN_CODE_LENGTH = 6;

  public ImportRequest {
    rows = List.copyOf(rows);
  }
}
