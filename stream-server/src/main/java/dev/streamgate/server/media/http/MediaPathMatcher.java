package dev.streamgate.server.media.http;

import dev.streamgate.model.playback.StreamPath;
import dev.streamgate.server.media.MediaTarget;
import io.helidon.common.uri.UriPath;
import io.helidon.http.PathMatcher;
import io.helidon.http.PathMatchers;

/// Matches what was sent, letter by letter. The library's own matchers look at a path that is
/// already decoded and folded, and would lead `/streams/..%2fapi/…` to another route.
record MediaPathMatcher() implements PathMatcher {
  private static final PathMatcher ANY = PathMatchers.any();

  @Override
  public PathMatchers.MatchResult match(UriPath path) {
    return isMedia(path.rawPath()) ? ANY.match(path) : PathMatchers.MatchResult.notAccepted();
  }

  @Override
  public PathMatchers.PrefixMatchResult prefixMatch(UriPath path) {
    return isMedia(path.rawPath())
        ? ANY.prefixMatch(path)
        : PathMatchers.PrefixMatchResult.notAccepted();
  }

  private static boolean isMedia(String rawPath) {
    return rawPath.startsWith(StreamPath.PREFIX) || MediaTarget.hasDirectoryToken(rawPath);
  }
}
