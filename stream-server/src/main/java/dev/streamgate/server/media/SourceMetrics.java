package dev.streamgate.server.media;

/// Counts where bytes come from. No argument ever names a person, code, token or address.
public interface SourceMetrics {

  /// What the cache had for a request.
  enum CacheResult {
    /// The file.
    HIT,
    /// Nothing: the file is fetched.
    MISS,
    /// Nothing, but the file is being fetched for somebody else already.
    SHARED
  }

  /// What an upstream server answered.
  enum UpstreamResult {
    OK,
    MISSING,
    /// Another status, or an address that is not allowed.
    REFUSED,
    /// No connection, a broken one, or silence.
    UNREACHABLE
  }

  void cacheAsked(CacheResult result);

  void upstreamAsked(UpstreamResult result);
}
