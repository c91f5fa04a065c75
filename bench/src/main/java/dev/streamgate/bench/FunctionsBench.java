package dev.streamgate.bench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs the JMH benchmarks and prints one line for each.
final class FunctionsBench {
  private static final Map<String, String> GOALS =
      Map.of("authoriseWarm", "2.0", "authoriseCold", "20.0");

  private FunctionsBench() {}

  public static void main(String[] arguments) throws RunnerException {
    boolean quick = List.of(arguments).contains("--quick");
    Options options =
        new OptionsBuilder()
            .include("dev\\.streamgate\\.bench\\..*Benchmark")
            .forks(quick ? 1 : 2)
            .warmupIterations(quick ? 2 : 3)
            .measurementIterations(quick ? 2 : 5)
            .warmupTime(TimeValue.seconds(1))
            .measurementTime(TimeValue.seconds(1))
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    Report.table("Function", "µs", "± µs", "goal µs");
    results.forEach(FunctionsBench::print);
  }

  private static void print(RunResult run) {
    Result<?> result = run.getPrimaryResult();
    String error =
        Double.isNaN(result.getScoreError()) ? "" : Report.number(result.getScoreError(), 3);
    Report.row(
        result.getLabel(),
        Report.number(result.getScore(), 3),
        error,
        GOALS.getOrDefault(result.getLabel(), ""));
  }
}
