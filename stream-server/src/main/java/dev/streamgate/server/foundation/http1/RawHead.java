package dev.streamgate.server.foundation.http1;

import java.util.List;
import java.util.Optional;

/// A request line and its headers in the bytes they came in. It reads them where they lie, so it is
/// good until the next request is read, and for one thread.
final class RawHead implements RequestHead {
  private static final String HOST = "Host";
  private static final String CONNECTION = "Connection";
  private static final String LENGTH = "Content-Length";
  private static final String CODING = "Transfer-Encoding";
  private static final String NEVER_IN_HOST = "/\\?#@\"<>{}|^`";

  private final Peer peer;
  private final String method;
  private final String rawPath;
  private final String rawQuery;
  private final boolean isOldVersion;
  private final HeaderFields fields;

  private RawHead(Peer peer, RequestLine first, HeaderFields fields) {
    this.peer = peer;
    this.method = first.method();
    String target = first.target();
    int question = target.indexOf('?');
    this.rawPath = question < 0 ? target : target.substring(0, question);
    this.rawQuery = question < 0 ? "" : target.substring(question + 1);
    this.isOldVersion = first.isOldVersion();
    this.fields = fields;
  }

  /// Reads a head that ends with its empty line. Empty if it is not to the letter what RFC 9112
  /// §2.2, §3 and §5 ask for.
  static Optional<RawHead> read(byte[] bytes, int start, int end, Peer peer) {
    return RequestLine.read(bytes, start, end)
        .flatMap(first ->
            HeaderFields.read(bytes, first.end(), end)
                .map(fields -> new RawHead(peer, first, fields)))
        .filter(RawHead::hasOneHost)
        .filter(RawHead::isFramed);
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String rawPath() {
    return rawPath;
  }

  @Override
  public String rawQuery() {
    return rawQuery;
  }

  @Override
  public List<String> headers(String name) {
    return fields.all(name);
  }

  @Override
  public Optional<String> header(String name) {
    return fields.one(name);
  }

  @Override
  public String authority() {
    return fields.one(HOST).orElse("");
  }

  @Override
  public String peerAddress() {
    return peer.address();
  }

  @Override
  public boolean isPeerLoopback() {
    return peer.isLoopback();
  }

  @Override
  public boolean isPeerAtOwnAddress() {
    return peer.remote().getAddress().equals(peer.local().getAddress());
  }

  @Override
  public int localPort() {
    return peer.local().getPort();
  }

  @Override
  public boolean isSecure() {
    return peer.isSecure();
  }

  /// Whether it is of HTTP/1.0, which knows no chunks.
  boolean isOldVersion() {
    return isOldVersion;
  }

  /// Whether the connection may go on after the answer (RFC 9112 §9.3).
  boolean isPersistent() {
    if (isOldVersion) {
      return fields.hasOption(CONNECTION, "keep-alive");
    }
    return fields.count(CONNECTION) == 0 || !fields.hasOption(CONNECTION, "close");
  }

  /// RFC 9112 §3.2; only old clients may leave it out.
  private boolean hasOneHost() {
    int hosts = fields.count(HOST);
    return (hosts == 1 || (hosts == 0 && isOldVersion)) && isHost(authority());
  }

  /// A name or an address, and a port perhaps (RFC 3986 §3.2). What is neither would be read
  /// differently by the next program.
  private static boolean isHost(String text) {
    for (int at = 0; at < text.length(); at++) {
      char symbol = text.charAt(at);
      if (symbol <= ' ' || symbol >= 127 || NEVER_IN_HOST.indexOf(symbol) >= 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether there is one way only to read where its body ends: programs that read it differently
  /// would take a part of it for a request (RFC 9112 §6.3, §11.2).
  private boolean isFramed() {
    Optional<String> length = fields.one(LENGTH);
    Optional<String> coding = fields.one(CODING);
    return (length.isEmpty() || (coding.isEmpty() && isNumber(length.get())))
        && (coding.isEmpty() || (!isOldVersion && coding.get().equals("chunked")));
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(symbol -> symbol >= '0' && symbol <= '9');
  }

  /// Whether a body follows (RFC 9112 §6).
  boolean hasBody() {
    return fields.count(CODING) > 0
        || (fields.count(LENGTH) > 0 && !fields.one(LENGTH).orElse("").equals("0"));
  }
}
