package dev.streamgate.model.insight;

/// Something the operator should know of.
///
/// @param code for programs: `untrusted_proxy`, `cache_failing`, `database_full`; more may come
/// @param text the same for people, a sentence in English
public record OperatorWarning(String code, String text) {}
