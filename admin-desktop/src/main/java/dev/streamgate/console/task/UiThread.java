package dev.streamgate.console.task;

import java.util.function.Consumer;

/// The thread of the window.
public final class UiThread {
  private UiThread() {}

  /// From now on hands what nobody catches on the calling thread to `told`, on that thread.
  public static void hearBreakdowns(Consumer<Throwable> told) {
    Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> told.accept(failure));
  }
}
