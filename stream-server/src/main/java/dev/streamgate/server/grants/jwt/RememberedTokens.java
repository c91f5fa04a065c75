package dev.streamgate.server.grants.jwt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.server.grants.PlaybackTokens;
import dev.streamgate.server.grants.TokenRefusal;
import dev.streamgate.server.grants.TokenVerification;
import dev.streamgate.server.grants.TokenVerification.Refused;
import dev.streamgate.server.grants.TokenVerification.Valid;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Remembers good tokens until they expire, because a player shows the same one with every segment.
/// What is not good is judged anew each time and takes no memory.
public final class RememberedTokens implements PlaybackTokens {
  /// Bounds the memory; whoever falls out is verified once more.
  private static final int MOST = 50_000;

  private final PlaybackTokens tokens;
  private final InstantSource clock;
  private final Runnable oldKeyUsed;
  private final Cache<String, Valid> good;

  /// @param oldKeyUsed told each time the previous key was needed
  public RememberedTokens(PlaybackTokens tokens, InstantSource clock, Runnable oldKeyUsed) {
    this.tokens = tokens;
    this.clock = clock;
    this.oldKeyUsed = oldKeyUsed;
    this.good =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.creating((String token, Valid valid) -> lifeLeft(valid)))
            .build();
  }

  @Override
  public String mint(PlaybackTokenClaims claims) {
    return tokens.mint(claims);
  }

  @Override
  public TokenVerification verify(String token) {
    Valid remembered = good.getIfPresent(token);
    TokenVerification verification = remembered == null ? learn(token) : stillValid(remembered);
    if (verification instanceof Valid(PlaybackTokenClaims claims, boolean byOldKey) && byOldKey) {
      oldKeyUsed.run();
    }
    return verification;
  }

  private TokenVerification learn(String token) {
    TokenVerification verification = tokens.verify(token);
    if (verification instanceof Valid valid) {
      good.put(token, valid);
    }
    return verification;
  }

  /// The cache's own expiry only frees memory; this server's clock decides.
  private TokenVerification stillValid(Valid remembered) {
    Instant expiresAt = remembered.claims().expiresAt();
    return clock.instant().isBefore(expiresAt) ? remembered : new Refused(TokenRefusal.EXPIRED);
  }

  private Duration lifeLeft(Valid valid) {
    Duration left = Duration.between(clock.instant(), valid.claims().expiresAt());
    return left.isPositive() ? left : Duration.ZERO;
  }
}
