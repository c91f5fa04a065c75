package dev.streamgate.server.grants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PurposeKeysTest {
  @Test
  void theKeysAreThoseOfTheSpecification() {
    assertThat(PurposeKeys.derive(TestTokens.SECRET, PurposeKeys.HLS_SIGNING))
        .isEqualTo("45fa0c50a2894dde682d9c5b50802b603c39f2ae035e66399324a404055eb1fb");
    assertThat(PurposeKeys.derive(TestTokens.SECRET, PurposeKeys.ADMIN_SESSION))
        .isEqualTo("ffa30e5257697d0f2690f0a6ba57e27bde3aba78b9192c438da6e6f7e4700fe4");
  }

  @Test
  void aKeyIsNamedByTheHashOfItsSecret() {
    assertThat(SigningKey.of(TestTokens.SECRET).id()).isEqualTo("41a92d72");
  }

  @Test
  void aKeysTextHidesItsSecret() {
    assertThat(SigningKey.of(TestTokens.SECRET).toString()).isEqualTo("SigningKey[41a92d72]");
  }
}
