package dev.streamgate.model.json;

/// Where a page lies: 1-based page number, rows per page, rows and pages in all (API §4.1).
public record Pagination(int page, int limit, long total, long totalPages) {
  public static Pagination of(int page, int limit, long total) {
    return new Pagination(page, limit, total, (total + limit - 1) / limit);
  }
}
