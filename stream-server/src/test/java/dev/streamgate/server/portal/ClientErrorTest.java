package dev.streamgate.server.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientErrorTest {
  private static ClientError error(String url, String detail) {
    return new ClientError("PLAYBACK_AUTH_FAILED", url, 401, detail, true);
  }

  @Test
  void fieldsBecomeOneShortLine() {
    ClientError error = error("/api/x\r\n2026 INFO forged", "a\u0000b\u001b[m" + "x".repeat(500));

    assertThat(error.url()).isEqualTo("/api/x2026 INFO forged");
    assertThat(error.detail()).startsWith("ab[mx").hasSize(300);
  }

  @Test
  void queriesAndFragmentsAreCutOff() {
    assertThat(error("/api/events/evt/status?code=7K3M9QWX2HTW", "").url())
        .isEqualTo("/api/events/evt/status");
    assertThat(error("/#code=7K3M9QWX2HTW", "").url()).isEqualTo("/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code 7K3M9QWX2HTW refused",
        "code 7K3M-9QWX-2HTW refused",
        "7K3M9QWX2HTW",
        "got code=7K3M9QWX2HTW;",
        "failed: http://gate/streams/e/x.ts?__token=7K3M9QWX2HTW.7K3M9QWX2HTW.7K3M9QWX2HTW",
        "eyJhbGciOi.7K3M9QWX2HTW.7K3M9QWX2HTWsig",
        "Authorization: Bearer 7K3M9QWX2HTW"
      })
  void nothingThatLooksLikeACodeOrATokenIsLeft(String detail) {
    ClientError error = error("/api", detail);

    assertThat(error.detail()).doesNotContain("7K3M", "2HTW").contains("***");
  }

  @Test
  void plainWordsStay() {
    assertThat(error("/api/playback/heartbeat", "Unauthorized after 3 tries").detail())
        .isEqualTo("Unauthorized after 3 tries");
    assertThat(error("/api/playback/heartbeat", "").url()).isEqualTo("/api/playback/heartbeat");
  }

  @Test
  void madeUpTypesCountAsOne() {
    List<String> counted = new ArrayList<>();
    ClientErrors errors = new ClientErrors(counted::add);

    errors.note(error("/", ""));
    errors.note(new ClientError("MADE_UP", "/", 0, "", false));
    errors.note(new ClientError("", "/", 0, "", false));

    assertThat(counted).containsExactly("PLAYBACK_AUTH_FAILED", "other", "other");
  }
}
