package dev.streamgate.server.media;

/// What a viewer shows to be let in (Spec, media §2).
///
/// @param carrier how it was shown, which decides whether playlists have to pass it on
/// @param token the playback token itself; never logged
public record Credential(Carrier carrier, String token) {

  /// The ways in which a playback token travels.
  public enum Carrier {
    /// The header `Authorization: Bearer …`.
    BEARER,
    /// The query parameter `__token`, for players that cannot set headers.
    QUERY,
    /// The cookie `sg_play`.
    COOKIE
  }

  /// Whether the children of a playlist are reachable only if their addresses carry it, too.
  public boolean isPartOfTheAddress() {
    return carrier == Carrier.QUERY;
  }

  @Override
  public String toString() {
    return "Credential[" + carrier + "]";
  }
}
