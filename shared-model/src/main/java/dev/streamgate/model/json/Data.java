package dev.streamgate.model.json;

/// The success envelope of the admin API, `{"data": …}` (API §1.1).
public record Data<T>(T data) {}
