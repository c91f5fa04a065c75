package dev.streamgate.bench;

/// What all viewers of an audience met with. Thread-safe.
final class Steps {
  final Latencies validate = new Latencies();
  final Latencies heartbeat = new Latencies();
  final Latencies playlist = new Latencies();
  final Latencies segment = new Latencies();
  final Latencies release = new Latencies();

  /// How late the viewers themselves were: what is high here says nothing of the server.
  final Latencies lateness = new Latencies();

  /// Forgets what was met with while everybody came in.
  void beginSteadyState() {
    heartbeat.clear();
    playlist.clear();
    segment.clear();
    lateness.clear();
  }

  int failures() {
    return heartbeat.failures() + playlist.failures() + segment.failures();
  }

  int requests() {
    return heartbeat.count() + playlist.count() + segment.count();
  }

  void print() {
    Report.table("Step", "count", "p50 ms", "p99 ms", "failures");
    print("validate", validate);
    print("heartbeat", heartbeat);
    print("playlist", playlist);
    print("segment", segment);
    print("(lateness of the simulator)", lateness);
  }

  private static void print(String name, Latencies step) {
    Report.row(
        name,
        Report.number(step.count(), 0),
        Report.number(step.percentile(0.5), 2),
        Report.number(step.percentile(0.99), 2),
        Report.number(step.failures(), 0));
  }
}
