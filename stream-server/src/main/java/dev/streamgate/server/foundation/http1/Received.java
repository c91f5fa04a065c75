package dev.streamgate.server.foundation.http1;

import java.util.List;

/// What came of waiting for a request's head.
sealed interface Received {
  /// One that can be read in one way only.
  record Head(RawHead head) implements Received {}

  /// One that cannot, or is too long.
  record Refused(Answer answer) implements Received {
    static final Refused BAD = of(400, "Bad request");
    static final Refused LINE_TOO_LONG = of(414, "Address too long");
    static final Refused HEAD_TOO_LONG = of(431, "Request headers too long");

    private static Refused of(int status, String error) {
      return new Refused(
          Answer.error(status, error)
              .with(List.of(new HeaderLine("X-Content-Type-Options", "nosniff"))));
    }
  }

  /// The client left.
  record Gone() implements Received {}
}
