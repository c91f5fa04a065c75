package dev.streamgate.server.foundation.http1;

import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLContext;

/// A connection to a port that encrypts. Its client's first byte decides: what begins with a
/// handshake (RFC 8446 §5.1) is encrypted, anything else stays as it is, so that programs on this
/// machine need no certificate and browsers that forgot the `s` can be told.
final class EitherTransport implements Transport {
  private static final byte HANDSHAKE = 22;

  private final PlainTransport plain;
  private final SSLContext context;
  private Transport decided;
  private boolean begun;

  EitherTransport(PlainTransport plain, SSLContext context) {
    this.plain = plain;
    this.context = context;
    this.decided = plain;
  }

  @Override
  public int read(ByteBuffer bytes) throws IOException {
    return begun ? decided.read(bytes) : readFirst(bytes);
  }

  /// One byte is read ahead, and read again by whom it concerns.
  private int readFirst(ByteBuffer bytes) throws IOException {
    ByteBuffer first = ByteBuffer.allocate(1);
    int read = plain.read(first);
    if (read <= 0) {
      return read;
    }
    begun = true;
    first.flip();
    if (first.get(0) == HANDSHAKE) {
      decided = TlsTransport.over(plain, first, context);
      return decided.read(bytes);
    }
    bytes.put(first);
    return read;
  }

  @Override
  public Peer peer() {
    return decided.peer();
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    return decided.write(bytes);
  }

  @Override
  public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
    return decided.write(bytes, offset, length);
  }

  @Override
  public void endOutput() throws IOException {
    decided.endOutput();
  }

  @Override
  public void spoil() throws IOException {
    plain.spoil();
  }

  @Override
  public boolean isOpen() {
    return plain.isOpen();
  }

  /// Without a last word to the client: another thread may be in the middle of one.
  @Override
  public void close() throws IOException {
    plain.close();
  }
}
