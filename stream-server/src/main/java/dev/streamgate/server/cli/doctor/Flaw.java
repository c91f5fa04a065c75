package dev.streamgate.server.cli.doctor;

/// Something that is not right with an event's stream.
///
/// @param text what it is
/// @param remedy what to do about it
record Flaw(Weight weight, String text, String remedy) {
  /// When it hurts.
  enum Weight {
    /// Whenever somebody comes; waiting does not help.
    ALWAYS,
    /// From the event's begin on; before, the encoder may not have begun.
    ONCE_BEGUN,
    /// While the event runs, and then it may be meant.
    WHILE_LIVE
  }

  static Flaw always(String text, String remedy) {
    return new Flaw(Weight.ALWAYS, text, remedy);
  }

  static Flaw onceBegun(String text, String remedy) {
    return new Flaw(Weight.ONCE_BEGUN, text, remedy);
  }

  static Flaw whileLive(String text, String remedy) {
    return new Flaw(Weight.WHILE_LIVE, text, remedy);
  }
}
