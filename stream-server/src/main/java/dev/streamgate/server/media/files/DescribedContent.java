package dev.streamgate.server.media.files;

import dev.streamgate.server.media.ByteRange;
import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.UpstreamFile;
import dev.streamgate.server.media.Validators;
import java.nio.channels.WritableByteChannel;
import java.time.Instant;
import java.util.OptionalLong;

/// What another server tells of a file without sending it.
record DescribedContent(OptionalLong knownSize, Instant lastModified) implements Content {

  /// @param now stands in for a time of change that the server does not tell
  static DescribedContent of(UpstreamFile file, Instant now) {
    return new DescribedContent(file.announcedSize(), LastChange.of(file, now));
  }

  @Override
  public long size() {
    return knownSize.orElseThrow(() -> new IllegalStateException("no size announced"));
  }

  @Override
  public Validators validators() {
    return Validators.of(lastModified, size());
  }

  @Override
  public boolean isDescription() {
    return true;
  }

  @Override
  public void copyTo(WritableByteChannel out, ByteRange range) {
    throw new IllegalStateException("a description has no bytes");
  }

  @Override
  public void close() {}
}
