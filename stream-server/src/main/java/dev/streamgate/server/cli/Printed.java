package dev.streamgate.server.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Optional;

/// What a verb printed: nothing is done whose result nobody got, such as codes or a secret.
///
/// @param out where it went, which keeps silent about failures
record Printed(PrintStream out, PrintWriter err) {
  private static final int FAILED = 1;
  private static final String NO_READER = "Broken pipe";

  /// The exit status of a verb that would end with this one.
  int statusOf(int status) {
    if (!out.checkError()) {
      return status;
    }
    String reason = reason().orElse("it could not be written");
    // Whoever stops reading, as `head` does, has what he wanted.
    if (!reason.equals(NO_READER)) {
      err.println("Failed: the output is not whole: " + reason);
    }
    return status == 0 ? FAILED : status;
  }

  /// Once more, to hear why.
  private static Optional<String> reason() {
    try {
      // Not closed, since it is the program's.
      new FileOutputStream(FileDescriptor.out).write('\n');
      return Optional.empty();
    } catch (IOException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }
}
