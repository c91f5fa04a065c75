package dev.streamgate.console.screen;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.text.Catalogue;

/// Failures in the words of the staff. What the server says in a refusal is shown as it is.
public record FailureTexts(Catalogue texts) {
  /// Blank where the window itself says it: that the sign-in has ended is asked about at once, and
  /// nothing of it must stay once that is mended.
  public String of(ApiFailure failure) {
    return switch (failure) {
      case ApiFailure.Unreachable _ -> texts.get("unreachable");
      case ApiFailure.SignInEnded _ -> "";
      case ApiFailure.Refused refused -> refused.message();
      case ApiFailure.NotStreamGate _ -> texts.get("notStreamGate");
      case ApiFailure.Broken _ -> texts.get("broken");
    };
  }
}
