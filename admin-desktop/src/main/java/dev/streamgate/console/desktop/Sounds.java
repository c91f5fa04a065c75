package dev.streamgate.console.desktop;

/// Two short sounds that can be told apart without looking.
public interface Sounds {
  Sounds NONE = new Sounds() {};

  default void good() {}

  default void bad() {}
}
