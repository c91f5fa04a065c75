package dev.streamgate.model.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// An edge telling how far it has applied the feed (API §5.3).
///
/// @param logId the log that `cursor` is a number of; if it is another one the edge has applied
///   nothing of this
/// @param instanceId random for each start of an edge, so that two with one name are seen
/// @param goodbye true when the edge shuts down and is no longer to be waited for
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RevocationAcknowledgement(
    @Nullable String edgeId,
    @Nullable Long cursor,
    @Nullable String logId,
    @Nullable String address,
    @Nullable String version,
    @Nullable String instanceId,
    @Nullable Boolean goodbye) {}
