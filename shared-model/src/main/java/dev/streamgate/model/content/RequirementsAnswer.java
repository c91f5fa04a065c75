package dev.streamgate.model.content;

/// What one needs in order to watch.
public record RequirementsAnswer(
    boolean entitlementRequired, String entitlementType, boolean previewAvailable) {}
