package dev.streamgate.server.media;

/// What is asked of a source of stream files.
///
/// @param withoutBody whether nothing but size and validators is wanted, as by HEAD
/// @param directives what a low-latency player adds to a playlist's address; for upstream servers
/// @param placeSuffices whether no byte is wanted of a file that lies whole on this machine's disk,
///   only where it lies
public record ContentRequest(
    MediaPath path, boolean withoutBody, DeliveryDirectives directives, boolean placeSuffices) {

  /// The file and all of its bytes.
  public static ContentRequest of(MediaPath path) {
    return new ContentRequest(path, false, DeliveryDirectives.NONE, false);
  }

  /// The same request for another file of the same folder.
  ContentRequest withFileName(String fileName) {
    return new ContentRequest(path.withFileName(fileName), withoutBody, directives, placeSuffices);
  }
}
