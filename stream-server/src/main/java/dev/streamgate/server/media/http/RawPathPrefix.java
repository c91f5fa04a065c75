package dev.streamgate.server.media.http;

import io.helidon.common.uri.UriPath;
import io.helidon.http.PathMatcher;
import io.helidon.http.PathMatchers;

/// Matches what was sent, letter by letter. The library's own matchers look at a path that is
/// already decoded and folded, and would lead `/streams/..%2fapi/…` to another route.
record RawPathPrefix(String prefix) implements PathMatcher {
  private static final PathMatcher ANY = PathMatchers.any();

  @Override
  public PathMatchers.MatchResult match(UriPath path) {
    return path.rawPath().startsWith(prefix)
        ? ANY.match(path)
        : PathMatchers.MatchResult.notAccepted();
  }

  @Override
  public PathMatchers.PrefixMatchResult prefixMatch(UriPath path) {
    return path.rawPath().startsWith(prefix)
        ? ANY.prefixMatch(path)
        : PathMatchers.PrefixMatchResult.notAccepted();
  }
}
