package dev.streamgate.console.desktop;

/// Where copied texts go.
public interface Clipboard {
  void put(String text);
}
