package dev.streamgate.console.task;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Scene;

/// A start in which the Java machine only learns what a start needs.
public final class Rehearsal {
  private Rehearsal() {}

  /// Ends the toolkit once a scene has been painted. What one pulse has laid out is painted before
  /// the next.
  public static void endWhenSeen(Scene scene) {
    AtomicInteger pulses = new AtomicInteger();
    scene.addPostLayoutPulseListener(() -> {
      if (pulses.incrementAndGet() == 2) {
        Platform.exit();
      } else {
        Platform.requestNextPulse();
      }
    });
    Platform.requestNextPulse();
  }
}
