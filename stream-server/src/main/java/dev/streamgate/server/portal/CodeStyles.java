package dev.streamgate.server.portal;

/// Knows what codes look like that may be typed into the portal.
public interface CodeStyles {
  /// Whether every ticket has a printed code, so that the portal may check codes by itself.
  boolean areAllPrint();
}
