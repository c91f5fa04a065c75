package dev.streamgate.console.tickets;

import org.jspecify.annotations.Nullable;

/// A row to import, and why it cannot be (blank: it can).
public record ImportLine(int number, String code, @Nullable String label, String reason) {
  boolean isBad() {
    return !reason.isEmpty();
  }
}
