package dev.streamgate.console.desktop;

/// Opens addresses in the computer's browser.
public interface Browser {
  void open(String address);
}
