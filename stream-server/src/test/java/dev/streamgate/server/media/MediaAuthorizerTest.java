package dev.streamgate.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.server.denials.Denials;
import dev.streamgate.server.grants.PlaybackTokens;
import dev.streamgate.server.grants.TestTokens;
import dev.streamgate.server.media.Credential.Carrier;
import dev.streamgate.server.media.MediaDecision.Granted;
import dev.streamgate.server.media.MediaDecision.Refused;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaAuthorizerTest {
  private static final String SEGMENT = "/streams/evt-1/0.ts";

  private final PlaybackTokens tokens = TestTokens.tokens();
  private final Denials denials = new Denials();
  private final MediaAuthorizer authorizer = new MediaAuthorizer(tokens, denials, () -> false);

  @ParameterizedTest
  @EnumSource(Carrier.class)
  void aViewerMayWatchHoweverTheTokenIsCarried(Carrier carrier) {
    Credential credential = new Credential(carrier, tokens.mint(TestTokens.viewer()));

    MediaDecision decision = authorizer.decide(Optional.of(credential), SEGMENT, false);

    assertThat(decision)
        .isEqualTo(
            new Granted(credential, MediaPath.of(SEGMENT).orElseThrow(), TestTokens.viewer()));
    assertThat(decision.subject()).hasValue(TestTokens.CODE);
  }

  @Test
  void nobodyMayWatchWithoutCredential() {
    assertThat(authorizer.decide(Optional.empty(), "/streams/..", false))
        .isEqualTo(new Refused(RefusalReason.NO_CREDENTIAL));
  }

  @Test
  void aBadPathIsRefusedBeforeTheTokenIsLookedAt() {
    assertThat(shown("nonsense", "/streams/evt-1/../x.ts"))
        .isEqualTo(new Refused(RefusalReason.BAD_PATH));
  }

  @Test
  void aTokenThatProvesNothingIsRefused() {
    String token = tokens.mint(TestTokens.viewer());

    assertThat(shown("nonsense", SEGMENT)).isEqualTo(new Refused(RefusalReason.MALFORMED_TOKEN));
    assertThat(shown(token.substring(0, token.lastIndexOf('.')) + ".AAAA", SEGMENT))
        .isEqualTo(new Refused(RefusalReason.BAD_SIGNATURE));
    assertThat(shown(tokens.mint(TestTokens.viewerUntil(TestTokens.NOW)), SEGMENT))
        .isEqualTo(new Refused(RefusalReason.EXPIRED));
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
    Credential probe = new Credential(Carrier.BEARER, tokens.mint(TestTokens.probe()));

    assertThat(authorizer.decide(Optional.of(probe), SEGMENT, false))
        .isEqualTo(new Refused(RefusalReason.PROBE_TOKEN));
    assertThat(authorizer.decide(Optional.of(probe), SEGMENT, true)).isInstanceOf(Granted.class);
  }

  @Test
  void aCredentialsTextHidesItsToken() {
    assertThat(new Credential(Carrier.QUERY, "secret").toString()).doesNotContain("secret");
  }

  private Optional<RefusalReason> reason(PlaybackTokenClaims claims, String path) {
    return shown(tokens.mint(claims), path) instanceof Refused refused
        ? Optional.of(refused.reason())
        : Optional.empty();
  }

  private MediaDecision shown(String token, String path) {
    Credential credential = new Credential(Carrier.BEARER, token);
    return authorizer.decide(Optional.of(credential), path, false);
  }
}
