package dev.streamgate.server.grants;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.model.playback.StreamPath;
import dev.streamgate.server.grants.jwt.JwtPlaybackTokens;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keys, a moment and claims that tests of grants and media share; those of the check vectors.
public final class TestTokens {
  public static final String SECRET = "test-signing-secret-0123456789-abcdef";
  public static final Instant ISSUED_AT = Instant.ofEpochSecond(1_741_190_400);
  public static final Instant EXPIRES_AT = Instant.ofEpochSecond(1_741_194_000);
  public static final Instant NOW = ISSUED_AT.plusSeconds(60);
  public static final String CODE = "Ab3kF9mNx2Qp";
  public static final String SESSION = "11111111-2222-3333-4444-555555555555";
  public static final EventId EVENT = new EventId("evt-1");
  public static final String FOLDER = StreamPath.buildStreamPathPrefix(EVENT);

  private TestTokens() {}

  public static SigningKeys keys() {
    return new SigningKeys(SigningKey.of(SECRET), Optional.empty());
  }

  public static PlaybackTokens tokens() {
    return new JwtPlaybackTokens(keys(), InstantSource.fixed(NOW));
  }

  /// An ordinary viewer's claims for the whole event.
  public static PlaybackTokenClaims viewer() {
    return claims(FOLDER, EXPIRES_AT, null, List.of());
  }

  public static PlaybackTokenClaims viewerUntil(Instant expiresAt) {
    return claims(FOLDER, expiresAt, null, List.of());
  }

  /// A viewer of one folder of the event.
  public static PlaybackTokenClaims viewerOf(String pathPrefix) {
    return claims(pathPrefix, EXPIRES_AT, null, List.of());
  }

  public static PlaybackTokenClaims viewerWithout(String lockedItem) {
    return claims(FOLDER, EXPIRES_AT, null, List.of(lockedItem));
  }

  /// A viewer of renditions up to a height.
  public static PlaybackTokenClaims viewerUpTo(int maxHeight) {
    return new PlaybackTokenClaims(
        CODE,
        EVENT.value(),
        SESSION,
        FOLDER,
        ISSUED_AT,
        EXPIRES_AT,
        null,
        maxHeight,
        List.of(),
        null,
        false,
        null);
  }

  /// A viewer of one item of the event.
  public static PlaybackTokenClaims viewerOfItem(String item) {
    return new PlaybackTokenClaims(
        CODE,
        EVENT.value(),
        SESSION,
        FOLDER + item + "/",
        ISSUED_AT,
        EXPIRES_AT,
        item,
        null,
        List.of(),
        null,
        false,
        null);
  }

  public static PlaybackTokenClaims staff() {
    return claims(FOLDER, EXPIRES_AT, PlaybackTokenClaims.SCOPE_STAFF, List.of());
  }

  /// What the prober of an event's status shows.
  public static PlaybackTokenClaims probe() {
    return new PlaybackTokenClaims(
        null,
        EVENT.value(),
        null,
        FOLDER,
        NOW,
        NOW.plusSeconds(60),
        null,
        null,
        List.of(),
        null,
        true,
        null);
  }

  private static PlaybackTokenClaims claims(
      String pathPrefix, Instant expiresAt, @Nullable String scope, List<String> lockedItems) {
    return new PlaybackTokenClaims(
        CODE,
        EVENT.value(),
        SESSION,
        pathPrefix,
        ISSUED_AT,
        expiresAt,
        null,
        null,
        lockedItems,
        scope,
        false,
        null);
  }
}
