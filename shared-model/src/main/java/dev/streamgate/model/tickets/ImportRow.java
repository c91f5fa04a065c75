package dev.streamgate.model.tickets;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// One code to import, as it was typed, and what its ticket shall be called (API §4.4).
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportRow(String code, @Nullable String label) {}
