package dev.streamgate.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process with the figures that Linux keeps of it and of its children.
final class MeasuredProcess implements AutoCloseable {
  private static final double TICKS_PER_SECOND = 100;
  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;

  private final Process process;

  MeasuredProcess(Process process) {
    this.process = process;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /// Seconds of processor time it and its children have used.
  double cpuSeconds() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .mapToDouble(handle -> cpuSeconds(handle.pid()))
        .sum();
  }

  /// The same of this process alone.
  static double ownCpuSeconds() {
    return cpuSeconds(ProcessHandle.current().pid());
  }

  /// Megabytes of memory that are resident now.
  double residentMegabytes() {
    return kilobytes("VmRSS:") / 1024;
  }

  /// The most that ever were.
  double mostResidentMegabytes() {
    return kilobytes("VmHWM:") / 1024;
  }

  /// Ends it as the system would.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The fields follow the name in brackets, which may hold blanks.
  private static double cpuSeconds(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]))
          / TICKS_PER_SECOND;
    } catch (IOException e) {
      return 0; // a child that has ended
    }
  }

  private double kilobytes(String name) {
    try (Stream<String> lines =
        Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the memory of a process", e);
    }
  }
}
