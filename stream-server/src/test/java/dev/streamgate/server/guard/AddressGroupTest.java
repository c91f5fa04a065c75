package dev.streamgate.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGroupTest {

  @Test
  void anIpv4AddressStandsForItself() {
    assertThat(AddressGroup.of("192.0.2.7")).isEqualTo("192.0.2.7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2001:db8:0:7::1", "2001:DB8:0:7:ffff::2", "2001:db8:0:7::1%eth0"})
  void ipv6AddressesOfOneNetworkAreOne(String address) {
    assertThat(AddressGroup.of(address)).isEqualTo("2001:0db8:0000:0007::/64");
  }

  @Test
  void anotherNetworkIsAnother() {
    assertThat(AddressGroup.of("2001:db8:0:8::1")).isNotEqualTo(AddressGroup.of("2001:db8:0:7::1"));
  }

  @Test
  void aMappedIpv4AddressIsAnIpv4Address() {
    assertThat(AddressGroup.of("::ffff:192.0.2.7"))
        .isNotEqualTo(AddressGroup.of("::ffff:192.0.2.8"));
  }

  @Test
  void whatIsNoAddressStandsForItself() {
    assertThat(AddressGroup.of("somewhere")).isEqualTo("somewhere");
  }
}
