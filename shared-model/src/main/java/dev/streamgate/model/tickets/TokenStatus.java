package dev.streamgate.model.tickets;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The state of a ticket, computed; the first that applies, in this order, wins: revoked, expired,
/// redeemed, unused (Spec, rules §1).
public enum TokenStatus {
  @JsonProperty("revoked")
  REVOKED,
  @JsonProperty("expired")
  EXPIRED,
  @JsonProperty("redeemed")
  REDEEMED,
  @JsonProperty("unused")
  UNUSED
}
