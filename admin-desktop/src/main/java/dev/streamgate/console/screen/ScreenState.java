package dev.streamgate.console.screen;

/// What a screen shows in place of everything else.
public enum ScreenState {
  LOADING,
  EMPTY,
  CONTENT,
  FAILED,
  DISCONNECTED
}
