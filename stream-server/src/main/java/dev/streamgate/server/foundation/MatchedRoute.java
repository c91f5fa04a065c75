package dev.streamgate.server.foundation;

/// Which line of the route table a request was answered by, noted in its context.
///
/// @param path the line's pattern, never the request's own path
record MatchedRoute(String path) {
  /// No line of the table.
  static final MatchedRoute NONE = new MatchedRoute("none");
}
