package dev.streamgate.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.media.Credential.Carrier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChildAddressesTest {
  private final ChildAddresses children = with(new Credential.Token(Carrier.QUERY, "eyJ.eyJ.sig"));

  @ParameterizedTest
  @CsvSource({
    "seg.ts, seg.ts?__token=eyJ.eyJ.sig",
    "a/b.ts?x=1, a/b.ts?x=1&__token=eyJ.eyJ.sig",
    "/streams/evt-1/b.ts, /streams/evt-1/b.ts?__token=eyJ.eyJ.sig",
    "../b.ts#t=5, ../b.ts?__token=eyJ.eyJ.sig#t=5",
    "https://gate.example.com/b.ts, https://gate.example.com/b.ts?__token=eyJ.eyJ.sig",
    "HTTPS://Gate.Example.com/b.ts, HTTPS://Gate.Example.com/b.ts?__token=eyJ.eyJ.sig",
  })
  void ourOwnCarryTheCredential(String address, String expected) {
    assertThat(children.withCredential(address)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://cdn.example.com/b.ts",
        "http://gate.example.com/b.ts",
        "https://gate.example.com.evil.com/b.ts",
        "https://gate.example.com@evil.com/b.ts",
        "https://gate.example.com",
        "//cdn.example.com/b.ts",
        "/\\cdn.example.com/b.ts",
        "\\\\cdn.example.com/b.ts",
        "/\t/cdn.example.com/b.ts",
        "ht\ttps://cdn.example.com/b.ts",
        "data:text/plain,x",
        "skd://key",
      })
  void otherHostsNeverGetIt(String address) {
    assertThat(children.withCredential(address)).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    "seg.ts, seg.ts",
    "../a/seg.ts, ../a/seg.ts",
    "/streams/evt-1/b.ts?x=1, /bcdn_token=T&expires=1/streams/evt-1/b.ts?x=1",
    "https://gate.example.com/b.ts, https://gate.example.com/bcdn_token=T&expires=1/b.ts",
    "/bcdn_token=U/streams/b.ts, /bcdn_token=U/streams/b.ts",
    "https://cdn.example.com/b.ts, https://cdn.example.com/b.ts",
    "//cdn.example.com/b.ts, //cdn.example.com/b.ts",
  })
  void aDirectoryTokenStandsInFrontOfWhatDoesNotInheritIt(String address, String expected) {
    assertThat(with(new Credential.Directory("bcdn_token=T&expires=1")).withCredential(address))
        .isEqualTo(expected);
  }

  @Test
  void bytesBeyondAsciiAreNoControlCharacters() {
    assertThat(children.withCredential("\u00C3\u0084.ts"))
        .isEqualTo("\u00C3\u0084.ts?__token=eyJ.eyJ.sig");
  }

  @Test
  void whatTravelsByItselfIsNotPassedOn() {
    Credential bearer = new Credential.Token(Carrier.BEARER, "x");
    Credential cookie = new Credential.Token(Carrier.COOKIE, "x");

    assertThat(ChildAddresses.of(List::of, bearer)).isEmpty();
    assertThat(ChildAddresses.of(List::of, cookie)).isEmpty();
  }

  private static ChildAddresses with(Credential credential) {
    return ChildAddresses.of(() -> List.of("https://gate.example.com"), credential).orElseThrow();
  }
}
