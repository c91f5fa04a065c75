package dev.streamgate.bench;

import dev.streamgate.bench.Wrk.Rate;
import java.util.ArrayList;
import java.util.List;

/// One of those that send the same file in turn, with what it reached in each round.
final class Contender {
  private final String name;
  private final String address;
  private final String bearer;
  private final List<MeasuredProcess> senders;
  private final List<Rate> rates = new ArrayList<>();
  private double cpuSeconds;
  private double seconds;
  private double requests;

  /// @param bearer a token for the Authorization header; none if empty
  /// @param senders the processes that work for its answers
  Contender(String name, String address, String bearer, List<MeasuredProcess> senders) {
    this.name = name;
    this.address = address;
    this.bearer = bearer;
    this.senders = senders;
  }

  String name() {
    return name;
  }

  void warmUp(Wrk wrk, int seconds) {
    wrk.run(address, bearer, seconds);
  }

  void measure(Wrk wrk, int seconds) {
    double before = cpu();
    long begin = System.nanoTime();
    Rate rate = wrk.run(address, bearer, seconds);
    double took = (System.nanoTime() - begin) / 1e9;
    rates.add(rate);
    requests += rate.requestsPerSecond() * took;
    this.seconds += took;
    cpuSeconds += cpu() - before;
  }

  double requestsPerSecond() {
    return median(rates.stream().map(Rate::requestsPerSecond).toList());
  }

  double megabytesPerSecond() {
    return median(rates.stream().map(Rate::megabytesPerSecond).toList());
  }

  /// How much of the one processor it used. Below 90 % something else was the limit: wrk on the
  /// other processor, or the machine's memory.
  double busy() {
    return 100 * cpuSeconds / seconds;
  }

  /// Answers for each second of processor time, over all rounds: what it would reach if nothing
  /// else was the limit.
  double requestsPerCpuSecond() {
    return requests / cpuSeconds;
  }

  /// The median over the rounds of how often it answered for each answer of a peer.
  double ratioTo(Contender peer) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < rates.size(); round++) {
      ratios.add(rates.get(round).requestsPerSecond() / peer.rates.get(round).requestsPerSecond());
    }
    return median(ratios);
  }

  private double cpu() {
    return senders.stream().mapToDouble(MeasuredProcess::cpuSeconds).sum();
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
