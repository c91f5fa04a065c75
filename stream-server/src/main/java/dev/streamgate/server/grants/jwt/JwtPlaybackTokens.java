package dev.streamgate.server.grants.jwt;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.server.grants.PlaybackTokens;
import dev.streamgate.server.grants.SigningKey;
import dev.streamgate.server.grants.SigningKeys;
import dev.streamgate.server.grants.TokenExamination;
import dev.streamgate.server.grants.TokenExamination.Signer;
import dev.streamgate.server.grants.TokenExaminer;
import dev.streamgate.server.grants.TokenRefusal;
import dev.streamgate.server.grants.TokenVerification;
import dev.streamgate.server.grants.TokenVerification.Refused;
import dev.streamgate.server.grants.TokenVerification.Valid;
import io.jsonwebtoken.Jwts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Playback tokens as JWTs signed with HS256 and nothing else.
public final class JwtPlaybackTokens implements PlaybackTokens, TokenExaminer {
  private static final Duration NOT_BEFORE_LEEWAY = Duration.ofSeconds(60);

  private final SigningKeys keys;
  private final InstantSource clock;

  public JwtPlaybackTokens(SigningKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public String mint(PlaybackTokenClaims claims) {
    // Left to itself the library would pick HS512 for a long secret.
    return Jwts.builder()
        .json(new WireJsonSerializer())
        .header()
        .keyId(keys.current().id())
        .and()
        .content(WireJson.bytes(ClaimsJson.of(claims)))
        .signWith(keys.current().secret(), Jwts.SIG.HS256)
        .compact();
  }

  @Override
  public TokenVerification verify(String token) {
    Optional<CompactToken> read = CompactToken.read(token);
    if (read.isEmpty()) {
      return new Refused(TokenRefusal.MALFORMED);
    }
    Optional<SigningKey> signer = signerOf(read.get());
    if (signer.isEmpty()) {
      return new Refused(TokenRefusal.SIGNATURE);
    }
    return judge(new ClaimsReader(read.get().claims()), !signer.get().equals(keys.current()));
  }

  @Override
  public TokenExamination examine(String token) {
    Optional<CompactToken> read = CompactToken.read(token);
    Optional<SigningKey> signer = read.flatMap(this::signerOf);
    return new TokenExamination(
        read.isPresent(),
        signer.map(key -> key.equals(keys.current()) ? Signer.CURRENT_KEY : Signer.OLD_KEY),
        signer.flatMap(key -> claimsOf(read.orElseThrow())),
        verify(token) instanceof Refused(TokenRefusal reason)
            ? Optional.of(reason)
            : Optional.empty());
  }

  private static Optional<PlaybackTokenClaims> claimsOf(CompactToken token) {
    try {
      return Optional.of(new ClaimsReader(token.claims()).read());
    } catch (MalformedClaimsException e) {
      return Optional.empty();
    }
  }

  /// A token that names a key is tried with that key only, one that names none with each.
  private Optional<SigningKey> signerOf(CompactToken token) {
    List<SigningKey> candidates =
        token.keyId().map(id -> keys.named(id).stream().toList()).orElseGet(keys::all);
    return candidates.stream().filter(key -> Hs256.isSignedWith(key, token)).findFirst();
  }

  private TokenVerification judge(ClaimsReader reader, boolean byOldKey) {
    Instant now = clock.instant();
    try {
      PlaybackTokenClaims claims = reader.read();
      if (!now.isBefore(claims.expiresAt())) {
        return new Refused(TokenRefusal.EXPIRED);
      }
      boolean inTime =
          !claims.expiresAt().isAfter(now.plus(LONGEST_LIFE))
              && !reader.notBefore().isAfter(now.plus(NOT_BEFORE_LEEWAY));
      return inTime ? new Valid(claims, byOldKey) : new Refused(TokenRefusal.MALFORMED);
    } catch (MalformedClaimsException e) {
      return new Refused(TokenRefusal.MALFORMED);
    }
  }
}
