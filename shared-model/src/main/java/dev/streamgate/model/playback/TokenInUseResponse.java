package dev.streamgate.model.playback;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// The refusal of a code that is in use on another device (API §2.2). `takeoverAvailable` is there
/// only when it is true.
public record TokenInUseResponse(
    String error,
    @JsonProperty("inUse") boolean inUse,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean takeoverAvailable) {}
