package dev.streamgate.server.portal;

/// Knows which addresses of pages for frames were signed here, and are still good (API §2.9).
@FunctionalInterface
public interface EmbedCheck {
  /// Whether an address with these values opens the page now.
  ///
  /// @param expires unix seconds, as they stand in the address
  boolean isGood(String eventId, String expires, String token);
}
