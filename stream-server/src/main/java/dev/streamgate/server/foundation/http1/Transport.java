package dev.streamgate.server.foundation.http1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.ReadableByteChannel;

/// The bytes to and from one client, encrypted on their way or not. Reads and writes wait, and are
/// one thread's; any thread may close it, which ends whatever waits.
interface Transport extends ReadableByteChannel, GatheringByteChannel {
  /// Who is at the other end, and how it came. Final once a byte was read.
  Peer peer();

  @Override
  default long write(ByteBuffer[] bytes) throws IOException {
    return write(bytes, 0, bytes.length);
  }

  /// Says that nothing more will be sent.
  void endOutput() throws IOException;

  /// Has the next close be none that could be taken for an orderly end.
  void spoil() throws IOException;
}
