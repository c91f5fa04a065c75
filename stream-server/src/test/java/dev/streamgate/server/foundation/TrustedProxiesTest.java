package dev.streamgate.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {
  private static final String PROXY = "10.1.2.3";
  private static final TrustedProxies PROXIES = proxies("10.0.0.0/8", "2001:db8::/32");

  @Test
  void trustsAddressesInItsRangesOnly() {
    assertThat(PROXIES.trusts("10.255.0.1")).isTrue();
    assertThat(PROXIES.trusts("11.0.0.1")).isFalse();
    assertThat(PROXIES.trusts("2001:db8:1::1")).isTrue();
    assertThat(PROXIES.trusts("2001:db9::1")).isFalse();
    assertThat(PROXIES.trusts("localhost")).isFalse();
  }

  @Test
  void theClientIsTheRightMostHopThatIsNoProxy() {
    assertThat(PROXIES.clientOf(PROXY, List.of("1.1.1.1", "9.9.9.9", "10.0.0.2")))
        .isEqualTo("9.9.9.9");
  }

  @Test
  void aForgedHopBeforeTheRealOneIsNotBelieved() {
    assertThat(PROXIES.clientOf(PROXY, List.of("6.6.6.6", "9.9.9.9"))).isEqualTo("9.9.9.9");
    assertThat(PROXIES.clientOf("9.9.9.9", List.of("6.6.6.6"))).isEqualTo("9.9.9.9");
  }

  @Test
  void aHopMayNameItsPortAndIsTheSameAddressInEverySpelling() {
    assertThat(PROXIES.clientOf(PROXY, List.of("9.9.9.9:4711"))).isEqualTo("9.9.9.9");
    assertThat(PROXIES.clientOf(PROXY, List.of("::ffff:9.9.9.9"))).isEqualTo("9.9.9.9");
    assertThat(PROXIES.clientOf(PROXY, List.of("[2001:db9::1]:4711")))
        .isEqualTo(PROXIES.clientOf(PROXY, List.of("2001:db9:0:0::1")));
  }

  @Test
  void nonsenseEndsTheChain() {
    assertThat(PROXIES.clientOf(PROXY, List.of("9.9.9.9", "unknown"))).isEqualTo(PROXY);
  }

  @Test
  void refusesWhatIsNoRange() {
    assertThatIllegalArgumentException().isThrownBy(() -> proxies("10.0.0.0/33"));
    assertThatIllegalArgumentException().isThrownBy(() -> proxies("gate.example.com"));
  }

  private static TrustedProxies proxies(String... ranges) {
    return new TrustedProxies(Arrays.stream(ranges).map(TrustedProxies.Range::parse).toList());
  }
}
