package dev.streamgate.server.grants.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.server.grants.PlaybackTokens;
import dev.streamgate.server.grants.SigningKey;
import dev.streamgate.server.grants.SigningKeys;
import dev.streamgate.server.grants.TestTokens;
import dev.streamgate.server.grants.TokenRefusal;
import dev.streamgate.server.grants.TokenVerification;
import dev.streamgate.server.grants.TokenVerification.Refused;
import dev.streamgate.server.grants.TokenVerification.Valid;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtPlaybackTokensTest {
  private static final String HEADER = "{\"alg\":\"HS256\"}";
  private static final String NAMED = "{\"alg\":\"HS256\",\"kid\":\"41a92d72\"}";
  private static final String VECTOR_CLAIMS =
      "{\"sub\":\"Ab3kF9mNx2Qp\",\"eid\":\"evt-1\","
          + "\"sid\":\"11111111-2222-3333-4444-555555555555\",\"sp\":\"/streams/evt-1/\","
          + "\"iat\":1741190400,\"exp\":1741194000%s}";
  private static final String CLAIMS = VECTOR_CLAIMS.formatted("");
  private static final String OTHER_SECRET = "another-signing-secret-0123456789-abcdef";

  private final PlaybackTokens tokens = TestTokens.tokens();

  @Test
  void theCheckVectorsAreSignedAsSpecified() {
    String plain = ForgedToken.of(HEADER, CLAIMS, TestTokens.SECRET);
    String named =
        ForgedToken.of(
            NAMED,
            VECTOR_CLAIMS.formatted(",\"iss\":\"streamgate\",\"aud\":\"streamgate-player\""),
            TestTokens.SECRET);

    assertThat(plain).endsWith(".Qdaanq4dDIkAaSzt-9wN62F2rRapF5nBZ6CuxYGt1fE");
    assertThat(named).endsWith(".T-L765afp9e9AvOBQn26KPNFB_iiyYJXEXpcdIfZN8g");
    assertThat(claimsOf(plain)).isEqualTo(TestTokens.viewer());
    assertThat(claimsOf(named)).isEqualTo(TestTokens.viewer());
  }

  @Test
  void whatIsMintedSaysWhatItSaid() {
    PlaybackTokenClaims everything =
        new PlaybackTokenClaims(
            "Ab3kF9mNx2Qp",
            "evt-1",
            "sid-1",
            "/streams/evt-1/item/",
            TestTokens.ISSUED_AT,
            TestTokens.EXPIRES_AT,
            "item",
            720,
            List.of("locked", "also"),
            "staff",
            true,
            null);

    assertThat(claimsOf(tokens.mint(everything))).isEqualTo(everything);
    assertThat(claimsOf(tokens.mint(TestTokens.probe()))).isEqualTo(TestTokens.probe());
  }

  @Test
  void aLongSecretStillSignsWithHs256() {
    String secret = "x".repeat(128);
    SigningKeys keys = new SigningKeys(SigningKey.of(secret), Optional.empty());
    PlaybackTokens longKey = new JwtPlaybackTokens(keys, InstantSource.fixed(TestTokens.NOW));

    String token = longKey.mint(TestTokens.viewer());

    assertThat(longKey.verify(token)).isInstanceOf(Valid.class);
    assertThat(longKey.verify(ForgedToken.of("{\"alg\":\"HS512\"}", CLAIMS, secret, "HmacSHA512")))
        .isEqualTo(new Refused(TokenRefusal.MALFORMED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\"}",
        "{\"alg\":\"HS384\"}",
        "{\"alg\":\"RS256\"}",
        "{\"alg\":\"hs256\"}",
        "{\"typ\":\"JWT\"}",
        "{\"alg\":\"HS256\",\"alg\":\"HS256\"}",
        "{\"alg\":\"HS256\",\"crit\":[\"exp\"]}",
        "{\"alg\":\"HS256\",\"crit\":[]}",
        "{\"alg\":\"HS256\",\"b64\":false}",
        "{\"alg\":\"HS256\",\"zip\":\"DEF\"}",
        "{\"alg\":\"HS256\",\"kid\":7}",
        "[]",
        "\"HS256\"",
        "{",
      })
  void aHeaderWeDoNotUnderstandIsRefused(String header) {
    assertThat(tokens.verify(ForgedToken.of(header, CLAIMS, TestTokens.SECRET)))
        .isEqualTo(new Refused(TokenRefusal.MALFORMED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"eid\":\"evt-1\",\"sp\":\"/streams/evt-1/\"}",
        "{\"eid\":\"evt-1\",\"exp\":1741194000}",
        "{\"sp\":\"/streams/evt-1/\",\"exp\":1741194000}",
        "{\"eid\":7,\"sp\":\"/streams/7/\",\"exp\":1741194000}",
        "{\"eid\":\"../x\",\"sp\":\"/streams/../x/\",\"exp\":1741194000}",
        "{\"eid\":\"evt-1\",\"sp\":\"/streams/evt-1/\",\"exp\":\"1741194000\"}",
        "{\"eid\":\"evt-1\",\"sp\":\"/streams/evt-1/\",\"exp\":1e999}",
        "{\"eid\":\"evt-1\",\"sp\":\"/streams/evt-1/\",\"exp\":9223372036854775807}",
        "{\"eid\":\"evt-1\",\"sp\":\"/streams/evt-1/\",\"exp\":null}",
        "{\"eid\":\"evt-1\",\"sp\":\"/streams/evt-1/\",\"exp\":1741194000,\"exp\":1741194000}",
        "{\"eid\":\"evt-1\",\"sp\":\"/streams/\",\"exp\":1741194000}",
        "{\"eid\":\"evt-1\",\"sp\":\"/\",\"exp\":1741194000}",
        "{\"eid\":\"evt-1\",\"sp\":\"\",\"exp\":1741194000}",
        "{\"eid\":\"evt-1\",\"sp\":\"/streams/evt-1\",\"exp\":1741194000}",
        "{\"eid\":\"evt-1\",\"sp\":\"/streams/evt-1/item\",\"exp\":1741194000}",
        "{\"eid\":\"evt-1\",\"sp\":\"/streams/evt-2/\",\"exp\":1741194000}",
        "{\"eid\":\"evt-1\",\"sp\":\"/streams/evt-10/\",\"exp\":1741194000}",
        "{\"eid\":\"evt-1\",\"sp\":\"/streams/evt-1/../evt-2/\",\"exp\":1741194000}",
        "{\"eid\":\"evt-1\",\"sp\":\"/streams/evt-1//\",\"exp\":1741194000}",
        "[]",
      })
  void claimsThatGrantNothingDefiniteAreRefused(String claims) {
    assertThat(tokens.verify(ForgedToken.of(HEADER, claims, TestTokens.SECRET)))
        .isEqualTo(new Refused(TokenRefusal.MALFORMED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"iss\":\"somebody\"",
        ",\"iss\":7",
        ",\"aud\":\"somebody\"",
        ",\"aud\":[\"somebody\"]",
        ",\"aud\":[]",
        ",\"nbf\":1741190521",
        ",\"nbf\":\"now\"",
        ",\"sub\":\"twice\"",
        ",\"scope\":1",
        ",\"lk\":\"item\"",
        ",\"lk\":[1]",
        ",\"q\":\"720\"",
        ",\"probe\":\"true\"",
      })
  void furtherClaimsAreHeldToTheirRules(String claim) {
    assertThat(
            tokens.verify(
                ForgedToken.of(HEADER, VECTOR_CLAIMS.formatted(claim), TestTokens.SECRET)))
        .isEqualTo(new Refused(TokenRefusal.MALFORMED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"aud\":[\"somebody\",\"streamgate-player\"]",
        ",\"nbf\":1741190520",
        ",\"unknown\":{\"deep\":[1]}",
      })
  void furtherClaimsThatKeepTheirRulesAreFine(String claim) {
    assertThat(
            tokens.verify(
                ForgedToken.of(HEADER, VECTOR_CLAIMS.formatted(claim), TestTokens.SECRET)))
        .isInstanceOf(Valid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4102444800", "\"yesterday\"", "-1", "1741190400.5"})
  void theTimeOfIssueIsNeverAReasonToRefuse(String issuedAt) {
    String claims = CLAIMS.replace("\"iat\":1741190400", "\"iat\":" + issuedAt);

    assertThat(tokens.verify(ForgedToken.of(HEADER, claims, TestTokens.SECRET)))
        .isInstanceOf(Valid.class);
  }

  @Test
  void oneTokenHasOneSpelling() {
    String token = tokens.mint(TestTokens.viewer());
    int last = token.length() - 1;
    // The last character of 32 bytes carries two unused bits; its neighbour differs in them only.
    String varied = token.substring(0, last) + (char) (token.charAt(last) + 1);

    for (String other :
        List.of(
            varied,
            token + "=",
            token + ".",
            "." + token,
            token + " ",
            " " + token,
            token + "\n",
            token.replace('.', ' '),
            token.substring(0, token.lastIndexOf('.')),
            token.substring(0, token.lastIndexOf('.') + 1),
            "",
            ".",
            "..",
            "...",
            "ä.ä.ä")) {
      assertThat(tokens.verify(other)).isEqualTo(new Refused(TokenRefusal.MALFORMED));
    }
  }

  @ParameterizedTest
  @CsvSource({"41a92d72, true", "00000000, false", "'', false", "41A92D72, false"})
  void aNamedKeyMustBeOurs(String id, boolean ours) {
    String header = "{\"alg\":\"HS256\",\"kid\":\"%s\"}".formatted(id);

    TokenVerification verification =
        tokens.verify(ForgedToken.of(header, CLAIMS, TestTokens.SECRET));

    assertThat(verification instanceof Valid).isEqualTo(ours);
  }

  @Test
  void anotherSecretsSignatureIsRefused() {
    assertThat(tokens.verify(ForgedToken.of(HEADER, CLAIMS, OTHER_SECRET)))
        .isEqualTo(new Refused(TokenRefusal.SIGNATURE));
    assertThat(tokens.verify(ForgedToken.of(NAMED, CLAIMS, OTHER_SECRET)))
        .isEqualTo(new Refused(TokenRefusal.SIGNATURE));
  }

  @Test
  void changedClaimsBreakTheSignature() {
    String[] mine = tokens.mint(TestTokens.viewer()).split("\\.", -1);
    String[] theirs = tokens.mint(TestTokens.staff()).split("\\.", -1);

    assertThat(tokens.verify(mine[0] + "." + theirs[1] + "." + mine[2]))
        .isEqualTo(new Refused(TokenRefusal.SIGNATURE));
  }

  @Test
  void theOldKeyVerifiesAndIsTold() {
    SigningKeys rotated =
        new SigningKeys(SigningKey.of(OTHER_SECRET), Optional.of(SigningKey.of(TestTokens.SECRET)));
    PlaybackTokens after = new JwtPlaybackTokens(rotated, InstantSource.fixed(TestTokens.NOW));
    Valid byOldKey = new Valid(TestTokens.viewer(), true);

    assertThat(after.verify(ForgedToken.of(HEADER, CLAIMS, TestTokens.SECRET))).isEqualTo(byOldKey);
    assertThat(after.verify(ForgedToken.of(NAMED, CLAIMS, TestTokens.SECRET))).isEqualTo(byOldKey);
    assertThat(after.verify(after.mint(TestTokens.viewer())))
        .isEqualTo(new Valid(TestTokens.viewer(), false));
  }

  @Test
  void itExpiresToTheSecond() {
    Instant exp = TestTokens.EXPIRES_AT;

    assertThat(verifiedAt(exp.minusMillis(1))).isInstanceOf(Valid.class);
    assertThat(verifiedAt(exp)).isEqualTo(new Refused(TokenRefusal.EXPIRED));
    assertThat(verifiedAt(exp.plusSeconds(86_400))).isEqualTo(new Refused(TokenRefusal.EXPIRED));
  }

  @Test
  void noTokenLivesLongerThanWeRememberWhatWeRefuse() {
    Instant longest = TestTokens.EXPIRES_AT.minusSeconds(8 * 3600 + 5 * 60);

    assertThat(verifiedAt(longest)).isInstanceOf(Valid.class);
    assertThat(verifiedAt(longest.minusMillis(1))).isEqualTo(new Refused(TokenRefusal.MALFORMED));
  }

  private static TokenVerification verifiedAt(Instant now) {
    return new JwtPlaybackTokens(TestTokens.keys(), InstantSource.fixed(now))
        .verify(ForgedToken.of(HEADER, CLAIMS, TestTokens.SECRET));
  }

  private PlaybackTokenClaims claimsOf(String token) {
    return ((Valid) tokens.verify(token)).claims();
  }
}
