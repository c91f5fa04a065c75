package dev.streamgate.model.json;

import java.util.Optional;

/// Which page of a list is wanted: a 1-based number, and 1–200 rows per page (API §4.1). No list is
/// so long that more than two milliards of rows could come before a page.
public record PageRequest(int page, int limit) {
  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 200;
  public static final PageRequest FIRST = new PageRequest(1, DEFAULT_LIMIT);

  public PageRequest {
    if (page < 1 || limit < 1 || limit > MAX_LIMIT || (page - 1L) * limit > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("page " + page + " of " + limit + " rows");
    }
  }

  /// Reads the parameters `page` and `limit`, each of which may be missing.
  ///
  /// @return empty if one is not a number within its bounds
  public static Optional<PageRequest> read(Optional<String> page, Optional<String> limit) {
    try {
      return Optional.of(
          new PageRequest(
              page.map(Integer::parseInt).orElse(FIRST.page),
              limit.map(Integer::parseInt).orElse(FIRST.limit)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// How many rows come before this page.
  public long offset() {
    return (page - 1L) * limit;
  }

  /// Where this page lies in a list of `total` rows.
  public Pagination within(long total) {
    return Pagination.of(page, limit, total);
  }
}
