package dev.streamgate.server.content.http;

/// The words for machines of the content API (API §3).
final class ContentCodes {
  static final String TOKEN_MISSING = "TOKEN_MISSING";
  static final String TOKEN_INVALID = "TOKEN_INVALID";
  static final String TOKEN_VALIDATION_ERROR = "TOKEN_VALIDATION_ERROR";
  static final String HLS_PARAMS_MISSING = "HLS_PARAMS_MISSING";
  static final String HLS_SIGNATURE_INVALID = "HLS_SIGNATURE_INVALID";
  static final String HLS_TOKEN_INVALID = "HLS_TOKEN_INVALID";
  static final String HLS_VALIDATION_ERROR = "HLS_VALIDATION_ERROR";
  static final String ACCESS_DENIED = "ACCESS_DENIED";
  static final String ACCESS_PARAMS_MISSING = "ACCESS_PARAMS_MISSING";
  static final String ACCESS_CHECK_ERROR = "ACCESS_CHECK_ERROR";
  static final String RATE_LIMIT_EXCEEDED = "RATE_LIMIT_EXCEEDED";
  static final String RATE_LIMIT_PARAMS_MISSING = "RATE_LIMIT_PARAMS_MISSING";
  static final String RATE_LIMIT_ERROR = "RATE_LIMIT_ERROR";
  static final String VALIDATION_ERROR = "VALIDATION_ERROR";
  static final String NOT_FOUND = "NOT_FOUND";

  private ContentCodes() {}
}
