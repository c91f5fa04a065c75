package dev.streamgate.server.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.streamgate.server.grants.DirectoryGrant.Problem;
import dev.streamgate.server.grants.DirectoryGrant.Signing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Signed addresses against the check vectors of media §3.3, and what is not signed.
class SignedAddressTest {
  private static final AddressKeys KEYS = new AddressKeys(List.of("test-hls-signing-key"));
  private static final InstantSource CLOCK = InstantSource.fixed(TestTokens.NOW);
  private static final String CODE_HASH = "d84d0d0484233006e80569743f24510a";
  private static final String PLAYLIST_SIGNATURE =
      "d4174d6560fc3ccaa9995da3c0822149ec7b5f3964a8609b1850ca2cd888462c";

  @Test
  void aPlaylistAddressHasTheSignatureOfTheVector() {
    assertThat(PlaylistSignature.sign(KEYS, "evt-1", "TOKEN", "1741194000"))
        .isEqualTo(PLAYLIST_SIGNATURE);
    assertThat(isValid("evt-1", "TOKEN", "1741194000", PLAYLIST_SIGNATURE)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "evt-2, TOKEN, 1741194000",
    "evt-1, TOKEn, 1741194000",
    "evt-1, TOKEN, 1741194001",
  })
  void eachPartOfThePlaylistAddressCounts(String content, String token, String expires) {
    assertThat(isValid(content, token, expires, PLAYLIST_SIGNATURE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "d417",
        "D4174D6560FC3CCAA9995DA3C0822149EC7B5F3964A8609B1850CA2CD888462C",
        "zz174d6560fc3ccaa9995da3c0822149ec7b5f3964a8609b1850ca2cd888462c",
        "d4174d6560fc3ccaa9995da3c0822149ec7b5f3964a8609b1850ca2cd888462c00",
      })
  void whatIsNoSignatureIsRefusedQuietly(String signature) {
    assertThat(isValid("evt-1", "TOKEN", "1741194000", signature)).isFalse();
  }

  @Test
  void aDirectoryTokenIsThatOfTheVector() {
    assertThat(tokenOf(grant())).isEqualTo("HS256-T_4xrFMBktVehtnFhEP0P3TVoFzAHL4JpLCfJLsKdsc");
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, HS256-1-bRBp9FCvPjiGLhSTudH05tb6Z8MAXZEHUmT_TZn883s",
    "::ffff:203.0.113.7, HS256-1-bRBp9FCvPjiGLhSTudH05tb6Z8MAXZEHUmT_TZn883s",
    "2001:db8:1:2:3:4:5:6, HS256-1-Sv_s9JWoIwTiqkiqBSsSJOzQPk3KJ2hefx1P36Ri51M",
    "2001:0db8:0001:0002:0003:0004:0005:0006, HS256-1-Sv_s9JWoIwTiqkiqBSsSJOzQPk3KJ2hefx1P36Ri51M",
    "2001:db8:1:2::9, HS256-1-Sv_s9JWoIwTiqkiqBSsSJOzQPk3KJ2hefx1P36Ri51M",
  })
  void aLockedTokenIsThatOfTheVector(String address, String token) {
    assertThat(tokenOf(lockedTo(address))).isEqualTo(token);
  }

  @Test
  void limitsAndHoldersAreSigned() {
    DirectoryGrant limited =
        grant(OptionalInt.of(500), Optional.empty(), Optional.empty(), OptionalInt.empty());
    DirectoryGrant held =
        grant(
            OptionalInt.empty(),
            Optional.of(TestTokens.SESSION),
            Optional.of(CODE_HASH),
            OptionalInt.empty());

    assertThat(tokenOf(limited)).isEqualTo("HS256-bDZe3CJCiCmjXmHCj70fbkL_gxidzlnhA59XEIFAzuU");
    assertThat(tokenOf(held)).isEqualTo("HS256-ayYEvv0fecYrccg3JLMqaZUsTfZgBcSX-eiNHjjhNNc");
  }

  @Test
  void theAddressNamesEverythingThatIsSigned() {
    DirectoryGrant grant =
        grant(OptionalInt.of(500), Optional.of("s-1"), Optional.of(CODE_HASH), OptionalInt.of(720));

    assertThat(((Signing.Signed) grant.sign(KEYS, CLOCK)).prefix())
        .startsWith("/bcdn_token=HS256-")
        .endsWith(
            "&expires=1741194000&ch="
                + CODE_HASH
                + "&limit=500&q=720&sid=s-1&token_path=%2Fstreams%2Fevt-1%2F");
  }

  @Test
  void nothingIsSignedWithAnEmptyKey() {
    assertThatIllegalArgumentException().isThrownBy(() -> new AddressKeys(List.of("")));
    assertThatIllegalArgumentException().isThrownBy(() -> new AddressKeys(List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "1.2", "256.0.0.1", "host.example.com", "2001:db8::g", ":", "1:2"})
  void anInvalidAddressIsNotSigned(String address) {
    assertThat(lockedTo(address).sign(KEYS, CLOCK)).isEqualTo(new Signing.Refused(Problem.ADDRESS));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 8 * 3600 + 301})
  void anExpiryThatIsPastOrTooFarIsNotSigned(long seconds) {
    assertThat(until(TestTokens.NOW.plusSeconds(seconds)).sign(KEYS, CLOCK))
        .isEqualTo(new Signing.Refused(Problem.EXPIRY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/streams/", "/streams/evt-1", "/streams/evt-1//", "/other/evt-1/"})
  void onlyAFolderOfAnEventIsSigned(String folder) {
    DirectoryGrant grant =
        new DirectoryGrant(
            folder,
            TestTokens.EXPIRES_AT,
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty());

    assertThat(grant.sign(KEYS, CLOCK)).isEqualTo(new Signing.Refused(Problem.FOLDER));
  }

  @Test
  void whatWouldBeRefusedIsNotSigned() {
    OptionalInt none = OptionalInt.empty();
    Optional<String> nobody = Optional.empty();

    assertThat(problem(grant(OptionalInt.of(0), nobody, nobody, none))).isEqualTo(Problem.LIMIT);
    assertThat(problem(grant(none, Optional.of("a&b"), nobody, none))).isEqualTo(Problem.SESSION);
    assertThat(problem(grant(none, nobody, Optional.of("CODE"), none))).isEqualTo(Problem.TICKET);
    assertThat(problem(grant(none, nobody, nobody, OptionalInt.of(0))))
        .isEqualTo(Problem.MAX_HEIGHT);
  }

  @Test
  void theKeyBeforeStillVerifiesAndNeverSigns() {
    AddressKeys both = new AddressKeys(List.of("new-key", "test-hls-signing-key"));
    String signed = PlaylistSignature.sign(both, "evt-1", "TOKEN", "1741194000");

    assertThat(PlaylistSignature.isValid(both, "evt-1", "TOKEN", "1741194000", PLAYLIST_SIGNATURE))
        .isTrue();
    assertThat(isValid("evt-1", "TOKEN", "1741194000", signed)).isFalse();
  }

  @Test
  void anotherSpellingOfTheSignatureDoesNotCount() {
    String token = tokenOf(grant());
    String respelled = token.substring(0, token.length() - 1) + "d";
    DirectorySignature signature =
        new DirectorySignature(
            TestTokens.FOLDER,
            "1741194000",
            new TreeMap<>(Map.of("token_path", TestTokens.FOLDER)));

    assertThat(signature.isValid(token, "", KEYS)).isTrue();
    assertThat(signature.isValid(respelled, "", KEYS)).isFalse();
  }

  private static boolean isValid(String content, String token, String expires, String signature) {
    return PlaylistSignature.isValid(KEYS, content, token, expires, signature);
  }

  private static DirectoryGrant grant() {
    return grant(OptionalInt.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());
  }

  private static DirectoryGrant grant(
      OptionalInt limit, Optional<String> session, Optional<String> ticket, OptionalInt height) {
    return new DirectoryGrant(
        TestTokens.FOLDER, TestTokens.EXPIRES_AT, Optional.empty(), limit, session, ticket, height);
  }

  private static DirectoryGrant lockedTo(String address) {
    return new DirectoryGrant(
        TestTokens.FOLDER,
        TestTokens.EXPIRES_AT,
        Optional.of(address),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }

  private static DirectoryGrant until(Instant expires) {
    return new DirectoryGrant(
        TestTokens.FOLDER,
        expires,
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }

  private static Problem problem(DirectoryGrant grant) {
    return ((Signing.Refused) grant.sign(KEYS, CLOCK)).problem();
  }

  private static String tokenOf(DirectoryGrant grant) {
    String prefix = ((Signing.Signed) grant.sign(KEYS, CLOCK)).prefix();
    return prefix.substring("/bcdn_token=".length(), prefix.indexOf('&'));
  }
}
