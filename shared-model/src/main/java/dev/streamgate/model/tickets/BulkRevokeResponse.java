package dev.streamgate.model.tickets;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.streamgate.model.changes.ChangeReceipt;
import org.jspecify.annotations.Nullable;

/// How many tickets were newly revoked; `change` is absent only while the change log is empty (API
/// §4.4).
public record BulkRevokeResponse(
    int revokedCount, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ChangeReceipt change) {}
