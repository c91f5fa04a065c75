package dev.streamgate.server.insight;

import java.util.List;

/// From which pages video may be loaded.
///
/// @param allowed the configured foreign origins
/// @param mediaIsElsewhere whether video comes from another origin than the portal
public record MediaOrigins(List<String> allowed, boolean mediaIsElsewhere) {
  public MediaOrigins {
    allowed = List.copyOf(allowed);
  }
}
