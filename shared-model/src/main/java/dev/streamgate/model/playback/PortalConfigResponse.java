package dev.streamgate.model.playback;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the portal asks before anything else (API §2.1). `codeStyle` is `print` while every ticket
/// has that style, else `any`.
///
/// @param playbackBaseUrl the origin from which the video comes
/// @param portalBaseUrl the origin under which viewers find the portal; absent in older servers
public record PortalConfigResponse(
    String appName,
    String codeStyle,
    Instant serverTime,
    @Nullable String supportContact,
    List<String> languages,
    String playbackBaseUrl,
    @Nullable String portalBaseUrl) {}
