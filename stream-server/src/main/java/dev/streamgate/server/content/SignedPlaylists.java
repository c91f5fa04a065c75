package dev.streamgate.server.content;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.model.playback.StreamPath;
import dev.streamgate.server.content.PlaylistFetch.Fetched;
import dev.streamgate.server.grants.AddressKeys;
import dev.streamgate.server.grants.ExpirySeconds;
import dev.streamgate.server.grants.PlaybackTokens;
import dev.streamgate.server.grants.PlaylistSignature;
import dev.streamgate.server.grants.TokenVerification;
import dev.streamgate.server.playback.Watermarks;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Playlists by a signed address, whose children carry a signed address each (API §3.3).
public final class SignedPlaylists {
  private static final String PREFIX = "/api/v1/content/hls/";
  private static final String SUFFIX = "/playlist.m3u8";

  private final PlaybackTokens tokens;
  private final AddressKeys keys;
  private final PlaylistFetch fetch;
  private final Editor editor;
  private final Watermarks watermarks;
  private final InstantSource clock;

  public SignedPlaylists(
      PlaybackTokens tokens,
      AddressKeys keys,
      PlaylistFetch fetch,
      Editor editor,
      Watermarks watermarks,
      InstantSource clock) {
    this.tokens = tokens;
    this.keys = keys;
    this.fetch = fetch;
    this.editor = editor;
    this.watermarks = watermarks;
    this.clock = clock;
  }

  /// Edits the addresses in a playlist.
  @FunctionalInterface
  public interface Editor {
    String edit(String playlist, UnaryOperator<String> address);
  }

  /// What an address says of itself, each part as it was sent.
  ///
  /// @param contentId that of the path
  /// @param content a second naming of it, which must not differ
  public record Shown(
      String contentId,
      Optional<String> content,
      Optional<String> token,
      Optional<String> expires,
      Optional<String> signature) {
    @Override
    public String toString() {
      return "Shown[" + contentId + "]";
    }
  }

  /// What came of asking.
  public sealed interface Outcome {
    record Playlist(String body) implements Outcome {}

    record ParametersMissing() implements Outcome {}

    record SignatureInvalid() implements Outcome {}

    record TokenInvalid() implements Outcome {}

    record Missing() implements Outcome {}

    record Unavailable() implements Outcome {}
  }

  /// Path and query of the address that plays with this token and without headers.
  public String address(ContentPass pass) {
    String expires = String.valueOf(pass.expiresAt().getEpochSecond());
    String signature = PlaylistSignature.sign(keys, pass.contentId(), pass.token(), expires);
    return PREFIX
        + URLEncoder.encode(pass.contentId(), StandardCharsets.UTF_8)
        + SUFFIX
        + "?token=%s&expires=%s&signature=%s".formatted(pass.token(), expires, signature);
  }

  /// The playlist of a signed address.
  ///
  /// @param mediaOrigin where the one who asks gets the video
  public Outcome open(Shown shown, String mediaOrigin) {
    if (shown.token().isEmpty() || shown.expires().isEmpty() || shown.signature().isEmpty()) {
      return new Outcome.ParametersMissing();
    }
    String token = shown.token().get();
    if (!isSigned(shown, token, shown.expires().get(), shown.signature().get())) {
      return new Outcome.SignatureInvalid();
    }
    return tokens.verify(token) instanceof TokenVerification.Valid valid
            && valid.claims().contentId().equals(shown.contentId())
        ? open(shown, valid.claims(), mediaOrigin)
        : new Outcome.TokenInvalid();
  }

  private boolean isSigned(Shown shown, String token, String expires, String signature) {
    return shown.content().stream().allMatch(shown.contentId()::equals)
        && ExpirySeconds.read(expires).filter(this::isInTime).isPresent()
        && PlaylistSignature.isValid(keys, shown.contentId(), token, expires, signature);
  }

  private boolean isInTime(Instant expires) {
    Instant now = clock.instant();
    return now.isBefore(expires) && !expires.isAfter(now.plus(PlaybackTokens.LONGEST_LIFE));
  }

  private Outcome open(Shown shown, PlaybackTokenClaims claims, String mediaOrigin) {
    String token = shown.token().orElseThrow();
    String path = claims.pathPrefix() + StreamPath.PLAYLIST;
    return switch (fetch.fetch(path, token)) {
      case Fetched.Found(String body) ->
          new Outcome.Playlist(
              editor.edit(
                  body,
                  new SignedChildren(mediaOrigin, claims.pathPrefix(), query(shown, claims))));
      case Fetched.Refused() -> new Outcome.TokenInvalid();
      case Fetched.Missing() -> new Outcome.Missing();
      case Fetched.Unavailable() -> new Outcome.Unavailable();
    };
  }

  private String query(Shown shown, PlaybackTokenClaims claims) {
    return "watermark=%s&token=%s&expires=%s&signature=%s"
        .formatted(
            watermarks.idOf(claims),
            shown.token().orElseThrow(),
            shown.expires().orElseThrow(),
            shown.signature().orElseThrow());
  }
}
