package dev.streamgate.server.media.files;

import dev.streamgate.server.media.ByteRange;
import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.DiskPlace;
import dev.streamgate.server.media.Validators;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;

/// A file of the disk that was looked at and not opened: somebody else will.
record PlacedContent(KnownFile file, DiskPlace.Root root) implements Content {

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public Validators validators() {
    return file.validators();
  }

  @Override
  public Optional<DiskPlace> place() {
    return Optional.of(file.place(root));
  }

  @Override
  public boolean isDescription() {
    return true;
  }

  @Override
  public void copyTo(WritableByteChannel out, ByteRange range) {
    throw new IllegalStateException("a place has no bytes");
  }

  @Override
  public void close() {}
}
