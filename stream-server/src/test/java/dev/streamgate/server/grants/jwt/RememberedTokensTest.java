package dev.streamgate.server.grants.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.server.grants.PlaybackTokens;
import dev.streamgate.server.grants.TestTokens;
import dev.streamgate.server.grants.TokenRefusal;
import dev.streamgate.server.grants.TokenVerification;
import dev.streamgate.server.grants.TokenVerification.Refused;
import dev.streamgate.server.grants.TokenVerification.Valid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedTokensTest {
  private final List<String> verified = new ArrayList<>();
  private final List<String> oldKeyUses = new ArrayList<>();
  private Instant now = TestTokens.NOW;

  @Test
  void aGoodTokenIsVerifiedOnce() {
    PlaybackTokens tokens = remembering(new Valid(TestTokens.viewer(), false));

    assertThat(tokens.verify("good")).isInstanceOf(Valid.class);
    assertThat(tokens.verify("good")).isInstanceOf(Valid.class);

    assertThat(verified).containsExactly("good");
    assertThat(oldKeyUses).isEmpty();
  }

  @Test
  void aRememberedTokenExpiresLikeAnyOther() {
    PlaybackTokens tokens = remembering(new Valid(TestTokens.viewer(), false));
    tokens.verify("good");

    now = TestTokens.EXPIRES_AT;

    assertThat(tokens.verify("good")).isEqualTo(new Refused(TokenRefusal.EXPIRED));
  }

  @Test
  void aBadTokenIsNotRemembered() {
    PlaybackTokens tokens = remembering(new Refused(TokenRefusal.SIGNATURE));

    tokens.verify("bad");
    tokens.verify("bad");

    assertThat(verified).containsExactly("bad", "bad");
  }

  @Test
  void everyUseOfTheOldKeyIsTold() {
    PlaybackTokens tokens = remembering(new Valid(TestTokens.viewer(), true));

    tokens.verify("old");
    tokens.verify("old");

    assertThat(verified).containsExactly("old");
    assertThat(oldKeyUses).hasSize(2);
  }

  private PlaybackTokens remembering(TokenVerification answer) {
    PlaybackTokens counting =
        new PlaybackTokens() {
          @Override
          public String mint(PlaybackTokenClaims claims) {
            return "minted";
          }

          @Override
          public TokenVerification verify(String token) {
            verified.add(token);
            return answer;
          }
        };
    return new RememberedTokens(counting, () -> now, () -> oldKeyUses.add("used"));
  }
}
