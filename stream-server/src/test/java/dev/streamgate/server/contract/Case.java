package dev.streamgate.server.contract;

/// One request and what must become of it.
///
/// @param error the text of the refusal; empty if there is none
record Case(String operation, int status, String error, Step request) {
  /// Makes a request out of the bare one of an operation.
  @FunctionalInterface
  interface Step {
    Ask apply(Ask ask, Stage stage);

    default Step then(Step next) {
      return (ask, stage) -> next.apply(apply(ask, stage), stage);
    }
  }

  boolean isGood() {
    return status < 400;
  }

  String title() {
    return operation + " " + status + (error.isEmpty() ? "" : ": " + error);
  }
}
