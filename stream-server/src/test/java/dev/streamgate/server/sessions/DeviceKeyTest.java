package dev.streamgate.server.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceKeyTest {

  @Test
  void aKeyIsReadBackAndAnotherOneIsAnother() {
    DeviceKey key = DeviceKey.random(new SecureRandom());

    assertThat(DeviceKey.read(key.value())).contains(key);
    assertThat(DeviceKey.random(new SecureRandom())).isNotEqualTo(key);
  }

  @Test
  void onlyItsHashLeavesIt() {
    DeviceKey key = new DeviceKey("00112233445566778899aabbccddeeff");

    assertThat(key.hash()).hasSize(64).doesNotContain(key.value());
    assertThat(key).hasToString("DeviceKey");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "00112233445566778899AABBCCDDEEFF",
        "x0112233445566778899aabbccddeeff"
      })
  void whatCannotBeOursIsNone(String text) {
    assertThat(DeviceKey.read(text)).isEmpty();
  }
}
