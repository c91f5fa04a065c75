package dev.streamgate.server.media;

/// What a viewer shows to be let in (Spec, media §2). Nothing in it is to be logged, and nothing in
/// it is to be believed before {@link MediaAuthorizer} has looked at it.
public sealed interface Credential {

  /// The ways in which a credential travels.
  enum Carrier {
    /// The header `Authorization: Bearer …`.
    BEARER,
    /// The query parameter `__token`, for players that cannot set headers.
    QUERY,
    /// The cookie `sg_play`.
    COOKIE,
    /// The query parameters `token`, `expires` and `signature`.
    SIGNED_ADDRESS,
    /// The first folder of the path, `/bcdn_token=…/`.
    DIRECTORY
  }

  /// How it was shown, which decides whether playlists have to pass it on.
  Carrier carrier();

  /// A playback token by itself.
  record Token(Carrier carrier, String token) implements Credential {
    @Override
    public String toString() {
      return "Credential[" + carrier + "]";
    }
  }

  /// A signed HLS address (Spec, media §3.1).
  record SignedAddress(String token, String expires, String signature) implements Credential {
    @Override
    public Carrier carrier() {
      return Carrier.SIGNED_ADDRESS;
    }

    @Override
    public String toString() {
      return "Credential[" + carrier() + "]";
    }
  }

  /// A directory token (Spec, media §3.2).
  ///
  /// @param segment the folder's name as it came over the wire
  record Directory(String segment) implements Credential {
    @Override
    public Carrier carrier() {
      return Carrier.DIRECTORY;
    }

    @Override
    public String toString() {
      return "Credential[" + carrier() + "]";
    }
  }
}
