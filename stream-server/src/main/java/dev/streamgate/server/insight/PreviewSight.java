package dev.streamgate.server.insight;

/// Knows whether previews still open what they are for.
@FunctionalInterface
public interface PreviewSight {
  boolean isOpen(PreviewCase preview);
}
