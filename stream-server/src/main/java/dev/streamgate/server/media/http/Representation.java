package dev.streamgate.server.media.http;

import dev.streamgate.server.foundation.http1.HeaderLine;
import dev.streamgate.server.media.ByteRange;
import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.ContentType;
import dev.streamgate.server.media.Playlist;
import dev.streamgate.server.media.Validators;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// What is about to be sent of a stream file.
///
/// @param validators absent where the bytes are made for one viewer, or nobody knows yet how many
///   there are; ranges are then ignored, too
/// @param size in bytes; absent if they are still coming and it was not announced
/// @param inMemory all of the bytes, if they need not be read
record Representation(
    ContentType type,
    HeaderLine cacheControl,
    Optional<Validators> validators,
    OptionalLong size,
    Optional<ByteBuffer> inMemory,
    Body body) {
  private static final HeaderLine LIVE_PLAYLIST = kept("no-cache, no-store");
  private static final HeaderLine RECORDING_PLAYLIST = kept("private, max-age=86400");
  private static final HeaderLine SEGMENT = kept("private, max-age=3600");
  private static final HeaderLine REWRITTEN = kept("no-store");

  private static final Map<ContentType, HeaderLine> CONTENT_TYPES = contentTypes();

  HeaderLine contentType() {
    return Objects.requireNonNull(CONTENT_TYPES.get(type));
  }

  /// Writes a part of the bytes.
  @FunctionalInterface
  interface Body {
    void copyTo(WritableByteChannel out, ByteRange range) throws IOException;
  }

  private static Map<ContentType, HeaderLine> contentTypes() {
    Map<ContentType, HeaderLine> lines = new EnumMap<>(ContentType.class);
    for (ContentType type : ContentType.values()) {
      lines.put(type, new HeaderLine("Content-Type", type.mediaType()));
    }
    return lines;
  }

  private static HeaderLine kept(String directives) {
    return new HeaderLine("Cache-Control", directives);
  }

  static Representation segment(ContentType type, Content content) {
    return of(type, SEGMENT, validators(content), content);
  }

  /// What another server tells of a playlist without sending it; as it may be live nobody keeps it.
  ///
  /// @param isRewritten whether the playlist itself would be sent with other bytes
  static Representation described(Content content, boolean isRewritten) {
    return isRewritten
        ? new Representation(
            ContentType.PLAYLIST,
            REWRITTEN,
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            content::copyTo)
        : of(ContentType.PLAYLIST, LIVE_PLAYLIST, validators(content), content);
  }

  /// A playlist as it is. One that may still change is never kept by anybody.
  static Representation playlist(Playlist playlist, Validators validators) {
    HeaderLine cacheControl = playlist.isEnded() ? RECORDING_PLAYLIST : LIVE_PLAYLIST;
    return ofBytes(cacheControl, Optional.of(validators), playlist.bytes());
  }

  /// A playlist that carries a viewer's credential.
  static Representation rewritten(byte[] playlist) {
    return ofBytes(REWRITTEN, Optional.empty(), playlist);
  }

  private static Representation of(
      ContentType type, HeaderLine cacheControl, Optional<Validators> validators, Content content) {
    return new Representation(
        type, cacheControl, validators, content.knownSize(), content.inMemory(), content::copyTo);
  }

  /// Without a size there is no tag to tell one state from another.
  private static Optional<Validators> validators(Content content) {
    return content.knownSize().isPresent() ? Optional.of(content.validators()) : Optional.empty();
  }

  private static Representation ofBytes(
      HeaderLine cacheControl, Optional<Validators> validators, byte[] bytes) {
    return new Representation(
        ContentType.PLAYLIST,
        cacheControl,
        validators,
        OptionalLong.of(bytes.length),
        Optional.of(ByteBuffer.wrap(bytes)),
        (out, range) -> {
          ByteBuffer part =
              ByteBuffer.wrap(
                  bytes, Math.toIntExact(range.first()), Math.toIntExact(range.length()));
          while (part.hasRemaining()) {
            out.write(part);
          }
        });
  }
}
