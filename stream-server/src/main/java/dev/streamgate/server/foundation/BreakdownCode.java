package dev.streamgate.server.foundation;

/// What a breakdown of a call of the content API is called for machines; its handler notes it in
/// the request's context.
public record BreakdownCode(String value) {}
