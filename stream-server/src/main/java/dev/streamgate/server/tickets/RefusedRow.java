package dev.streamgate.server.tickets;

/// A row of an import that cannot become a ticket.
///
/// @param number the row's place in the import, counted from 1
/// @param code what was sent as its code
public record RefusedRow(int number, String code, Reason reason) {

  /// What can be wrong with a row.
  public sealed interface Reason {
    /// The code does not consist of 6 to 64 letters and digits.
    record MalformedCode() implements Reason {}

    /// The label is too long.
    record LongLabel() implements Reason {}

    /// An earlier row has the same code, however it is spelled.
    record DuplicateOf(int number) implements Reason {}

    /// A ticket has the same code, however it is spelled.
    record AlreadyInUse() implements Reason {}
  }
}
