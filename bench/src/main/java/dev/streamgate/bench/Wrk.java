package dev.streamgate.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs wrk on the second processor with connections that are kept.
final class Wrk {
  private static final Pattern REQUESTS = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
  private static final Pattern TOTAL =
      Pattern.compile("(\\d+) requests in [^,]+, ([\\d.]+)([KMG]?)B read");
  private static final Pattern DURATION = Pattern.compile("requests in ([\\d.]+)(m?s|m),");
  private static final Pattern FAILURES =
      Pattern.compile("(Non-2xx or 3xx responses: \\d+|Socket errors: .*)");

  private final int connections;

  Wrk(int connections) {
    this.connections = connections;
  }

  /// @param megabytesPerSecond of 10⁶ bytes, headers included
  record Rate(double requestsPerSecond, double megabytesPerSecond) {}

  /// @param bearer a token for the Authorization header; none if empty
  /// @throws IllegalStateException if one request was not answered well
  Rate run(String address, String bearer, int seconds) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "taskset",
                "-c",
                "1",
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                "10s"));
    if (!bearer.isEmpty()) {
      command.addAll(List.of("-H", "Authorization: Bearer " + bearer));
    }
    command.add(address);
    return read(output(command));
  }

  private static Rate read(String output) {
    Matcher failures = FAILURES.matcher(output);
    if (failures.find()) {
      throw new IllegalStateException("wrk saw failures: " + failures.group());
    }
    Matcher total = find(TOTAL, output);
    double megabytes = Double.parseDouble(total.group(2)) * factor(total.group(3)) / 1e6;
    return new Rate(
        Double.parseDouble(find(REQUESTS, output).group(1)), megabytes / seconds(output));
  }

  private static double seconds(String output) {
    Matcher duration = find(DURATION, output);
    double value = Double.parseDouble(duration.group(1));
    return switch (duration.group(2)) {
      case "ms" -> value / 1000;
      case "m" -> value * 60;
      default -> value;
    };
  }

  private static double factor(String unit) {
    return switch (unit) {
      case "K" -> 1024;
      case "M" -> 1024 * 1024;
      case "G" -> 1024 * 1024 * 1024;
      default -> 1;
    };
  }

  private static Matcher find(Pattern pattern, String output) {
    Matcher matcher = pattern.matcher(output);
    if (!matcher.find()) {
      throw new IllegalStateException("wrk said: " + output);
    }
    return matcher;
  }

  private static String output(List<String> command) {
    try {
      Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      wrk.waitFor();
      return output;
    } catch (IOException e) {
      throw new IllegalStateException("wrk cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
