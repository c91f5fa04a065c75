package dev.streamgate.server.foundation;

/// The partner behind a request. The gate puts it into the request's context.
///
/// @param name the account's name, or `partner` for whoever shows a key
/// @param isStaff whether it is an account
public record PartnerCaller(String name, boolean isStaff) {
  static final PartnerCaller BY_KEY = new PartnerCaller("partner", false);
}
