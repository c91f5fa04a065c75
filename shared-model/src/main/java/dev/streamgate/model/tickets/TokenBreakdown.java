package dev.streamgate.model.tickets;

/// How many tickets are in each state.
public record TokenBreakdown(long unused, long redeemed, long expired, long revoked) {
  public long total() {
    return unused + redeemed + expired + revoked;
  }
}
