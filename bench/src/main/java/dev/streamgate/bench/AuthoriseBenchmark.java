package dev.streamgate.bench;

import dev.streamgate.server.media.MediaDecision;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// What one segment request costs before a file is looked for.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AuthoriseBenchmark {
  private static final String PATH = "/streams/" + SampleTokens.EVENT + "/video/segment-00417.ts";

  /// 5 000 viewers, each of whom was here before; they come in turn, so no token is in a
  /// processor's cache for long.
  @State(Scope.Benchmark)
  public static class Warm {
    private final SampleTokens tokens = SampleTokens.mint(5_000);
    private final Authorisation authorisation = new Authorisation();
    private int next;

    @Setup(Level.Trial)
    public void remember() {
      for (int viewer = 0; viewer < tokens.count(); viewer++) {
        authorisation.decide(tokens.read(viewer), PATH);
      }
    }

    MediaDecision ask() {
      next = next + 1 == tokens.count() ? 0 : next + 1;
      return authorisation.decide(tokens.read(next), PATH);
    }
  }

  /// Viewers whom the server has never seen.
  @State(Scope.Benchmark)
  public static class Cold {
    static final int VIEWERS = 2_000;

    private final SampleTokens tokens = SampleTokens.mint(VIEWERS);
    private Authorisation authorisation = new Authorisation();

    @Setup(Level.Invocation)
    public void forget() {
      authorisation = new Authorisation();
    }

    MediaDecision ask(int viewer) {
      return authorisation.decide(tokens.read(viewer), PATH);
    }
  }

  @Benchmark
  public MediaDecision authoriseWarm(Warm warm) {
    return warm.ask();
  }

  @Benchmark
  @OperationsPerInvocation(Cold.VIEWERS)
  public void authoriseCold(Cold cold, Blackhole sink) {
    for (int viewer = 0; viewer < Cold.VIEWERS; viewer++) {
      sink.consume(cold.ask(viewer));
    }
  }
}
