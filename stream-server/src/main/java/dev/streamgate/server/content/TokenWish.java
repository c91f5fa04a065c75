package dev.streamgate.server.content;

import dev.streamgate.server.sessions.Device;
import java.time.Duration;
import java.util.Optional;

/// What a token of the content API is to be for.
///
/// @param content as it was named; it need not exist
/// @param sessionId a session to go on with or, for a partner, to begin
/// @param mediaOrigin where the one who asks gets the video
public record TokenWish(
    String content, Optional<String> sessionId, Duration life, Device device, String mediaOrigin) {}
