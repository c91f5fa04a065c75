package dev.streamgate.server.portal;

import java.util.List;
import java.util.Optional;

/// What the operator decided about the portal.
///
/// @param supportContact an address or link for viewers in need
/// @param languages the first one is the default
public record PortalSettings(
    String appName, Optional<String> supportContact, List<String> languages) {
  public PortalSettings {
    languages = List.copyOf(languages);
  }
}
