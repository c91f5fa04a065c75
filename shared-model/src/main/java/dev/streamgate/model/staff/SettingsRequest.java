package dev.streamgate.model.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Settings to change (API §4.5); what is absent stays as it is. An empty `supportContact` means
/// there is none.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SettingsRequest(
    @Nullable String appName,
    @Nullable String supportContact,
    @Nullable List<String> languages,
    @Nullable Integer validateRefusedPerMinute,
    @Nullable Integer validateTotalPerMinute) {}
