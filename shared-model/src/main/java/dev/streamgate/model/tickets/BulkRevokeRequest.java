package dev.streamgate.model.tickets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tickets to revoke together, at most 500 (API §4.4).
public record BulkRevokeRequest(@Nullable List<String> tokenIds) {
  public static final int MAX_TOKENS = 500;
}
