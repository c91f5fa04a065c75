package dev.streamgate.server.media;

import java.util.function.Supplier;

/// What a media request asks for, as far as it decides who may have it.
///
/// @param rawPath the path as it came over the wire, without directory token
/// @param withoutBody whether the answer will have none, which is all that a probe token opens
/// @param clientAddress the client's address as a literal; asked for only if a credential is locked
///   to one
public record MediaRequest(String rawPath, boolean withoutBody, Supplier<String> clientAddress) {}
