package dev.streamgate.server;

import java.util.Optional;

/// Somebody's wish that the server ends. Who runs the server says what is to be done then; a wish
/// that comes earlier is kept. Thread-safe.
final class StopRequest {
  private Optional<Runnable> end = Optional.empty();
  private boolean wished;

  /// @param then called once when the server is to end; it must not wait for that
  synchronized void whenWished(Runnable then) {
    end = Optional.of(then);
    if (wished) {
      then.run();
    }
  }

  synchronized void wish() {
    if (!wished) {
      wished = true;
      end.ifPresent(Runnable::run);
    }
  }
}
