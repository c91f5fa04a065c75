package dev.streamgate.server.foundation.http1;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What counts as a request, letter by letter.
class RawHeadTest {
  private static final Peer PEER =
      new Peer(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 4711),
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 8080),
          "127.0.0.1",
          true,
          false);

  @Test
  void aRequestIsTakenApart() {
    RawHead head =
        read("GET /streams/e/a.ts?x=1&y HTTP/1.1\r\nHost: gate:8080\r\nRange: \t bytes=0-1 \r\n\r\n")
            .orElseThrow();

    assertThat(head.method()).isEqualTo("GET");
    assertThat(head.rawPath()).isEqualTo("/streams/e/a.ts");
    assertThat(head.rawQuery()).isEqualTo("x=1&y");
    assertThat(head.authority()).isEqualTo("gate:8080");
    assertThat(head.header("range")).contains("bytes=0-1");
    assertThat(head.header("Missing")).isEmpty();
    assertThat(head.peerAddress()).isEqualTo("127.0.0.1");
    assertThat(head.localPort()).isEqualTo(8080);
    assertThat(head.isPersistent()).isTrue();
    assertThat(head.hasBody()).isFalse();
  }

  @Test
  void severalLinesOfAHeaderAreOneList() {
    RawHead head =
        read("GET / HTTP/1.1\r\nHost: a\r\nX-A: 1\r\nX-B: 0\r\nx-a: 2, 3\r\n\r\n").orElseThrow();

    assertThat(head.headers("X-A")).isEqualTo(List.of("1", "2, 3"));
    assertThat(head.header("X-A")).contains("1,2, 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET  / HTTP/1.1",
        " GET / HTTP/1.1",
        "GET / HTTP/1.1 ",
        "GET / HTTP/2.0",
        "GET / HTTP/1.2",
        "GET / http/1.1",
        "GET /a b HTTP/1.1",
        "GET /a\tb HTTP/1.1",
        "GET /a#b HTTP/1.1",
        "GET /ä HTTP/1.1",
        "GET http://a/ HTTP/1.1",
        "GET * HTTP/1.1",
        "GET /",
        "G(T / HTTP/1.1",
        "GET / HTTP/1.1\nX: 1",
        "",
      })
  void otherFirstLinesAreNone(String line) {
    assertThat(read(line + "\r\nHost: a\r\n\r\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X : 1",
        " X: 1",
        "X",
        ": 1",
        "X: 1\r\n folded",
        "X: a\u0000b",
        "X: a\u007f",
        "X: a\rb",
        "X: a\nY: b",
        "X(: 1",
        "Host: b",
        "\rX: 1",
      })
  void otherHeadersAreNone(String line) {
    assertThat(read("GET / HTTP/1.1\r\nHost: a\r\n" + line + "\r\n\r\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "user@a", "a b", "a?b", "a#b", "a\\b", "\u00e4"})
  void whatIsNoHostIsRefused(String host) {
    assertThat(read("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "gate.example:8080", "[::1]:8080", "192.0.2.1", "a%20b", "a_b"})
  void hostsAreNamesAndAddressesWithTheirPorts(String host) {
    assertThat(read("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").orElseThrow().authority())
        .isEqualTo(host);
  }

  @Test
  void aHostIsDemandedFromNewClientsOnly() {
    assertThat(read("GET / HTTP/1.1\r\n\r\n")).isEmpty();
    assertThat(read("GET / HTTP/1.0\r\n\r\n")).isPresent();
  }

  @Test
  void connectionsEndAsTheClientSays() {
    assertThat(persistent("HTTP/1.1", "Connection: close")).isFalse();
    assertThat(persistent("HTTP/1.1", "Connection: Upgrade, Close")).isFalse();
    assertThat(persistent("HTTP/1.1", "Connection: keep-alive")).isTrue();
    assertThat(persistent("HTTP/1.0", "X: 1")).isFalse();
    assertThat(persistent("HTTP/1.0", "Connection: Keep-Alive")).isTrue();
  }

  @Test
  void aBodyIsNoticedHoweverItIsAnnounced() {
    assertThat(hasBody("Content-Length: 0")).isFalse();
    assertThat(hasBody("Content-Length: 1")).isTrue();
    assertThat(hasBody("Transfer-Encoding: chunked")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 0\r\nContent-Length: 1",
        "Content-Length: 1\r\nContent-Length: 1",
        "Content-Length: nonsense",
        "Content-Length: +1",
        "Content-Length:",
        "Content-Length: 1\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: identity",
        "Transfer-Encoding: Chunked",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
      })
  void aBodyWhoseEndCouldBeReadInTwoWaysIsNone(String framing) {
    assertThat(read("POST / HTTP/1.1\r\nHost: a\r\n" + framing + "\r\n\r\n")).isEmpty();
  }

  @Test
  void manyHeadersAreRead() {
    String many = "X-Many: 1\r\n".repeat(100);

    assertThat(
            read("GET / HTTP/1.1\r\nHost: a\r\n" + many + "\r\n").orElseThrow().headers("X-Many"))
        .hasSize(100);
  }

  private static boolean persistent(String version, String header) {
    return read("GET / " + version + "\r\nHost: a\r\n" + header + "\r\n\r\n")
        .orElseThrow()
        .isPersistent();
  }

  private static boolean hasBody(String header) {
    return read("GET / HTTP/1.1\r\nHost: a\r\n" + header + "\r\n\r\n").orElseThrow().hasBody();
  }

  /// Read from the middle of a buffer, as the second of two requests would be.
  private static Optional<RawHead> read(String head) {
    byte[] bytes = ("before" + head + "after").getBytes(StandardCharsets.ISO_8859_1);
    return RawHead.read(bytes, 6, bytes.length - 5, PEER);
  }
}
