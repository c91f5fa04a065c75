package dev.streamgate.server.foundation.http1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import tlschannel.HeapBufferAllocator;
import tlschannel.ServerTlsChannel;
import tlschannel.TlsChannel;

/// An encrypted connection. The handshake takes place at its first read.
record TlsTransport(PlainTransport plain, TlsChannel channel, Peer peer) implements Transport {
  /// All that is spoken here (RFC 7301).
  private static final String[] PROTOCOLS = {"http/1.1"};

  /// @param begun what came of it before it was known to be encrypted
  static TlsTransport over(PlainTransport plain, ByteBuffer begun, SSLContext context) {
    TlsChannel channel =
        ServerTlsChannel.newBuilder(new Begun(plain, begun), context)
            .withEngineFactory(TlsTransport::engine)
            .withPlainBufferAllocator(new HeapBufferAllocator())
            .withEncryptedBufferAllocator(new HeapBufferAllocator())
            .build();
    return new TlsTransport(plain, channel, plain.peer().secured());
  }

  private static SSLEngine engine(SSLContext context) {
    SSLEngine engine = context.createSSLEngine();
    SSLParameters parameters = context.getDefaultSSLParameters();
    parameters.setApplicationProtocols(PROTOCOLS);
    parameters.setUseCipherSuitesOrder(true);
    engine.setSSLParameters(parameters);
    engine.setUseClientMode(false);
    return engine;
  }

  @Override
  public int read(ByteBuffer bytes) throws IOException {
    return channel.read(bytes);
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    return channel.write(bytes);
  }

  @Override
  public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
    return channel.write(bytes, offset, length);
  }

  @Override
  public void endOutput() throws IOException {
    channel.shutdown();
    plain.endOutput();
  }

  @Override
  public void spoil() throws IOException {
    plain.spoil();
  }

  @Override
  public boolean isOpen() {
    return plain.isOpen();
  }

  @Override
  public void close() throws IOException {
    plain.close();
  }

  /// A connection of which some bytes were read before.
  private record Begun(PlainTransport rest, ByteBuffer bytes) implements ByteChannel {
    @Override
    public int read(ByteBuffer target) throws IOException {
      if (!bytes.hasRemaining()) {
        return rest.read(target);
      }
      int before = target.position();
      while (bytes.hasRemaining() && target.hasRemaining()) {
        target.put(bytes.get());
      }
      return target.position() - before;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      return rest.write(source);
    }

    @Override
    public boolean isOpen() {
      return rest.isOpen();
    }

    @Override
    public void close() throws IOException {
      rest.close();
    }
  }
}
