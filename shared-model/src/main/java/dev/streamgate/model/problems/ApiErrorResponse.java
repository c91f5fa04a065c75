package dev.streamgate.model.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A refusal or failure of the viewer and admin APIs (API §1.1). `error` is a sentence in English;
/// `code` is for machines, and the two dates go with the codes that speak of a date.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiErrorResponse(
    String error,
    @Nullable String code,
    @Nullable Instant expiredAt,
    @Nullable Instant availableAt) {

  public static ApiErrorResponse of(String error) {
    return new ApiErrorResponse(error, null, null, null);
  }

  public static ApiErrorResponse of(String error, String code) {
    return new ApiErrorResponse(error, code, null, null);
  }
}
