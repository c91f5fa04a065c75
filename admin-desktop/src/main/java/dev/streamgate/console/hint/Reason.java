package dev.streamgate.console.hint;

/// Why a control cannot be used, while the server can be reached.
public enum Reason {
  /// Something else is being done.
  BUSY(false),
  /// Something is missing in the form, or wrong.
  INCOMPLETE(false),
  /// Nothing was changed that could be saved.
  UNCHANGED(false),
  /// No ticket is ticked.
  NOTHING_TICKED(false),
  /// The list is not narrowed to one event.
  MANY_EVENTS(false),
  /// The event is not saved yet.
  NOT_SAVED(false),
  /// There is nothing yet to be copied.
  NO_RESULT(true),
  /// The configuration of the server says so.
  FIXED(true),
  /// A box has to be ticked first.
  NOT_ACKNOWLEDGED(true),
  /// Something has to be typed exactly.
  NOT_TYPED(true),
  FIRST_PAGE(true),
  LAST_PAGE(true),
  /// A ticket that is revoked or expired already.
  NOT_REVOCABLE(true),
  /// A sign-in is renewed only where it was.
  SAME_SERVER(true),
  /// A server runs already, or cannot be started so.
  NOT_STARTABLE(true);

  private final boolean here;

  Reason(boolean here) {
    this.here = here;
  }

  /// Whether the server has no part in it.
  boolean isHere() {
    return here;
  }
}
