package dev.streamgate.bench;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.server.grants.SigningKey;
import dev.streamgate.server.grants.SigningKeys;
import dev.streamgate.server.grants.jwt.JwtPlaybackTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// Playback tokens of many viewers of one event, as bytes off the wire.
final class SampleTokens {
  static final String EVENT = "0198f3a2-5c1e-4b7a-9d3e-2f6a8b1c4d5e";

  private static final String CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private final byte[][] tokens;

  private SampleTokens(byte[][] tokens) {
    this.tokens = tokens;
  }

  /// The issuer that minted them.
  static JwtPlaybackTokens issuer() {
    SigningKeys keys =
        new SigningKeys(
            SigningKey.of("signing-secret-of-the-benchmarks-0123456789"), Optional.empty());
    return new JwtPlaybackTokens(keys, InstantSource.system());
  }

  static SampleTokens mint(int count) {
    JwtPlaybackTokens issuer = issuer();
    return new SampleTokens(
        IntStream.range(0, count)
            .mapToObj(number -> issuer.mint(claims(number)).getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new));
  }

  int count() {
    return tokens.length;
  }

  /// A text that nobody has seen before: its hash is still to be computed, as that of a token that
  /// came with a request.
  String read(int number) {
    return new String(tokens[number], StandardCharsets.ISO_8859_1);
  }

  static String code(int number) {
    StringBuilder code = new StringBuilder("7K3M");
    for (int rest = number, i = 0; i < 8; i++, rest /= CODE_LETTERS.length()) {
      code.append(CODE_LETTERS.charAt(rest % CODE_LETTERS.length()));
    }
    return code.toString();
  }

  private static PlaybackTokenClaims claims(int number) {
    InstantSource clock = InstantSource.system();
    return new PlaybackTokenClaims(
        code(number),
        EVENT,
        UUID.nameUUIDFromBytes(code(number).getBytes(StandardCharsets.US_ASCII)).toString(),
        "/streams/" + EVENT + "/",
        clock.instant(),
        clock.instant().plus(Duration.ofHours(1)),
        null,
        null,
        List.of(),
        null,
        false,
        null);
  }
}
