package dev.streamgate.server.grants.jwt;

import dev.streamgate.server.grants.SigningKey;
import dev.streamgate.server.grants.SigningKeys;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.util.Map;
import java.util.stream.Collectors;

/// Asks the JWT library for one thing only: whether a key signed a token with HS256. Times are
/// judged by ourselves, because the library has one leeway for both ends and our rules have two.
final class SignatureCheck {
  /// The most the library accepts, which switches its own judgement of times off.
  private static final long ANY_TIME = Long.MAX_VALUE / 1000;

  private final Map<SigningKey, JwtParser> parsers;

  SignatureCheck(SigningKeys keys) {
    this.parsers =
        keys.all().stream()
            .distinct()
            .collect(Collectors.toUnmodifiableMap(key -> key, SignatureCheck::parserFor));
  }

  boolean isSignedWith(String token, SigningKey key) {
    JwtParser parser = parsers.get(key);
    if (parser == null) {
      return false;
    }
    try {
      parser.parse(token);
      return true;
    } catch (JwtException | IllegalArgumentException e) {
      return false;
    }
  }

  private static JwtParser parserFor(SigningKey key) {
    return Jwts.parser()
        .verifyWith(key.secret())
        .clockSkewSeconds(ANY_TIME)
        .sig()
        .clear()
        .add(Jwts.SIG.HS256)
        .and()
        .build();
  }
}
