package dev.streamgate.server.playback;

import dev.streamgate.server.sessions.Device;
import java.util.Optional;

/// A code shown in order to watch.
///
/// @param typed the code as it came; empty if there was none
/// @param takeover whether another device may be pushed out
/// @param eventId the only event that will do, if the page is for one only
/// @param mediaOrigin where the device would get the video
public record RedeemRequest(
    String typed, boolean takeover, Optional<String> eventId, Device device, String mediaOrigin) {
  @Override
  public String toString() {
    return "RedeemRequest";
  }
}
