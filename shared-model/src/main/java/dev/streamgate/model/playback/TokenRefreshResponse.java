package dev.streamgate.model.playback;

/// A fresh playback token of the same session, and its life in seconds (API §2.3).
public record TokenRefreshResponse(String playbackToken, long tokenExpiresIn) {}
