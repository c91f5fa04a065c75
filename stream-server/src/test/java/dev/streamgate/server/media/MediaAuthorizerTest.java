package dev.streamgate.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.server.denials.Denials;
import dev.streamgate.server.grants.PlaybackTokens;
import dev.streamgate.server.grants.TestTokens;
import dev.streamgate.server.media.Credential.Carrier;
import dev.streamgate.server.media.MediaDecision.Granted;
import dev.streamgate.server.media.MediaDecision.Refused;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaAuthorizerTest {
  private static final String SEGMENT = "/streams/evt-1/0.ts";

  private final PlaybackTokens tokens = TestTokens.tokens();
  private final Denials denials = new Denials();
  private final MediaAuthorizer authorizer = TestCredentials.authorizer(tokens, denials);

  @ParameterizedTest
  @EnumSource(names = {"BEARER", "QUERY", "COOKIE"})
  void aViewerMayWatchHoweverTheTokenIsCarried(Carrier carrier) {
    Credential credential = new Credential.Token(carrier, tokens.mint(TestTokens.viewer()));

    MediaDecision decision = authorizer.decide(List.of(credential), request(SEGMENT, false));

    assertThat(decision)
        .isEqualTo(
            new Granted(
                credential,
                MediaPath.of(SEGMENT).orElseThrow(),
                TestTokens.viewer(),
                OptionalInt.empty()));
    assertThat(decision.subject()).hasValue(TestTokens.CODE);
  }

  @Test
  void nobodyMayWatchWithoutCredential() {
    assertThat(authorizer.decide(List.of(), request("/streams/..", false)))
        .isEqualTo(Refused.withoutCredential());
  }

  @Test
  void aBadPathIsRefusedBeforeTheTokenIsLookedAt() {
    assertThat(shown("nonsense", "/streams/evt-1/../x.ts"))
        .isEqualTo(refused(RefusalReason.BAD_PATH));
  }

  @Test
  void aTokenThatProvesNothingIsRefused() {
    String token = tokens.mint(TestTokens.viewer());

    assertThat(shown("nonsense", SEGMENT)).isEqualTo(refused(RefusalReason.MALFORMED_TOKEN));
    assertThat(shown(token.substring(0, token.lastIndexOf('.')) + ".AAAA", SEGMENT))
        .isEqualTo(refused(RefusalReason.BAD_SIGNATURE));
    assertThat(shown(tokens.mint(TestTokens.viewerUntil(TestTokens.NOW)), SEGMENT))
        .isEqualTo(refused(RefusalReason.EXPIRED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/streams/evt-2/0.ts",
        "/streams/evt-10/0.ts",
        "/streams/EVT-1/0.ts",
        "/streams/evt-1x/0.ts"
      })
  void anotherEventsFilesAreRefused(String path) {
    assertThat(reason(TestTokens.viewer(), path)).hasValue(RefusalReason.OTHER_PATH);
  }

  @Test
  void aTokenForOneItemOpensThatItemOnly() {
    PlaybackTokenClaims item = TestTokens.viewerOf("/streams/evt-1/day-1/");

    assertThat(reason(item, "/streams/evt-1/day-1/0.ts")).isEmpty();
    assertThat(reason(item, "/streams/evt-1/day-2/0.ts")).hasValue(RefusalReason.OTHER_PATH);
    assertThat(reason(item, "/streams/evt-1/day-1")).hasValue(RefusalReason.OTHER_PATH);
    assertThat(reason(item, SEGMENT)).hasValue(RefusalReason.OTHER_PATH);
  }

  @Test
  void aLockedItemIsRefused() {
    PlaybackTokenClaims claims = TestTokens.viewerWithout("day-2");

    assertThat(reason(claims, "/streams/evt-1/day-2/0.ts")).hasValue(RefusalReason.LOCKED_ITEM);
    assertThat(reason(claims, "/streams/evt-1/day-2/a/0.ts")).hasValue(RefusalReason.LOCKED_ITEM);
    assertThat(reason(claims, "/streams/evt-1/day-20/0.ts")).isEmpty();
    assertThat(reason(claims, SEGMENT)).isEmpty();
  }

  @Test
  void aRevokedCodeIsRefusedAtOnceAndAllowedAgain() {
    denials.refuseSubject(TestTokens.CODE, TestTokens.NOW);
    assertThat(reason(TestTokens.viewer(), SEGMENT)).hasValue(RefusalReason.REVOKED);

    denials.allowSubject(TestTokens.CODE);
    assertThat(reason(TestTokens.viewer(), SEGMENT)).isEmpty();
  }

  @Test
  void anEndedSessionIsRefused() {
    denials.endSession(TestTokens.SESSION, TestTokens.NOW);

    assertThat(reason(TestTokens.viewer(), SEGMENT)).hasValue(RefusalReason.SESSION_ENDED);
  }

  @Test
  void anInactiveEventIsOpenToStaffOnly() {
    denials.refuseEvent("evt-1");

    assertThat(reason(TestTokens.viewer(), SEGMENT)).hasValue(RefusalReason.EVENT_INACTIVE);
    assertThat(reason(TestTokens.staff(), SEGMENT)).isEmpty();
  }

  @Test
  void aDeletedEventIsOpenToNobody() {
    denials.deleteEvent("evt-1");

    assertThat(reason(TestTokens.viewer(), SEGMENT)).hasValue(RefusalReason.EVENT_INACTIVE);
    assertThat(reason(TestTokens.staff(), SEGMENT)).hasValue(RefusalReason.EVENT_INACTIVE);
  }

  @Test
  void staffAreRefusedLikeOthersForEverythingElse() {
    denials.refuseSubject(TestTokens.CODE, TestTokens.NOW);

    assertThat(reason(TestTokens.staff(), SEGMENT)).hasValue(RefusalReason.REVOKED);
  }

  @Test
  void aProbeTokenOpensNoBody() {
    Credential probe = new Credential.Token(Carrier.BEARER, tokens.mint(TestTokens.probe()));

    assertThat(authorizer.decide(List.of(probe), request(SEGMENT, false)))
        .isEqualTo(refused(RefusalReason.PROBE_TOKEN));
    assertThat(authorizer.decide(List.of(probe), request(SEGMENT, true)))
        .isInstanceOf(Granted.class);
  }

  @Test
  void aBlindServerGrantsNothing() {
    Credential credential = new Credential.Token(Carrier.BEARER, tokens.mint(TestTokens.viewer()));
    MediaAuthorizer blind = TestCredentials.authorizer(tokens, denials, () -> true);

    assertThat(blind.decide(List.of(credential), request(SEGMENT, false)))
        .isEqualTo(
            new Refused(
                RefusalReason.BLIND, Optional.of(Carrier.BEARER), Optional.of(TestTokens.CODE)));
  }

  @Test
  void aCredentialsTextHidesItsToken() {
    assertThat(new Credential.Token(Carrier.QUERY, "secret").toString()).doesNotContain("secret");
    assertThat(new Credential.Directory("secret").toString()).doesNotContain("secret");
    assertThat(new Credential.SignedAddress("secret", "secret", "secret").toString())
        .doesNotContain("secret");
  }

  private static MediaRequest request(String rawPath, boolean withoutBody) {
    return new MediaRequest(rawPath, withoutBody, () -> "192.0.2.1");
  }

  private static Refused refused(RefusalReason reason) {
    return new Refused(reason, Optional.of(Carrier.BEARER), Optional.empty());
  }

  private Optional<RefusalReason> reason(PlaybackTokenClaims claims, String path) {
    return shown(tokens.mint(claims), path) instanceof Refused refused
        ? Optional.of(refused.reason())
        : Optional.empty();
  }

  private MediaDecision shown(String token, String path) {
    Credential credential = new Credential.Token(Carrier.BEARER, token);
    return authorizer.decide(List.of(credential), request(path, false));
  }
}
