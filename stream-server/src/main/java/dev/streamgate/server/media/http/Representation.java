package dev.streamgate.server.media.http;

import dev.streamgate.server.media.ByteRange;
import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.ContentType;
import dev.streamgate.server.media.Playlist;
import dev.streamgate.server.media.Validators;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// What is about to be sent of a stream file.
///
/// @param validators absent where the bytes are made for one viewer; ranges are then ignored, too
record Representation(
    ContentType type, String cacheControl, Optional<Validators> validators, long size, Body body) {
  private static final String LIVE_PLAYLIST = "no-cache, no-store";
  private static final String RECORDING_PLAYLIST = "private, max-age=86400";
  private static final String SEGMENT = "private, max-age=3600";
  private static final String REWRITTEN = "no-store";

  /// Writes a part of the bytes.
  @FunctionalInterface
  interface Body {
    void copyTo(OutputStream out, ByteRange range) throws IOException;
  }

  static Representation segment(ContentType type, Content content) {
    return new Representation(
        type, SEGMENT, Optional.of(content.validators()), content.size(), content::copyTo);
  }

  /// A playlist as it is. One that may still change is never kept by anybody.
  static Representation playlist(Playlist playlist, Validators validators) {
    String cacheControl = playlist.isEnded() ? RECORDING_PLAYLIST : LIVE_PLAYLIST;
    return ofBytes(cacheControl, Optional.of(validators), playlist.bytes());
  }

  /// A playlist that carries a viewer's credential.
  static Representation rewritten(byte[] playlist) {
    return ofBytes(REWRITTEN, Optional.empty(), playlist);
  }

  private static Representation ofBytes(
      String cacheControl, Optional<Validators> validators, byte[] bytes) {
    return new Representation(
        ContentType.PLAYLIST,
        cacheControl,
        validators,
        bytes.length,
        (out, range) ->
            out.write(bytes, Math.toIntExact(range.first()), Math.toIntExact(range.length())));
  }
}
