package dev.streamgate.console.api;

/// The answer of an action that gives nothing back.
public enum Done {
  DONE
}
