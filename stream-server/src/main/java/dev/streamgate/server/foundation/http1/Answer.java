package dev.streamgate.server.foundation.http1;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.problems.ApiErrorResponse;
import java.util.ArrayList;
import java.util.List;

/// An answer as a value: nothing of it has been sent yet. What a connection has to say of itself,
/// such as the length of the body, is added when it is.
public record Answer(int status, List<HeaderLine> headers, AnswerBody body) {
  private static final AnswerBody NONE = new AnswerBody.None();
  private static final List<HeaderLine> JSON =
      List.of(
          new HeaderLine("Content-Type", "application/json; charset=utf-8"),
          new HeaderLine("Cache-Control", "no-store"));

  /// An answer that never has a body.
  public static Answer withoutBody(int status, List<HeaderLine> headers) {
    return new Answer(status, headers, NONE);
  }

  /// The object as JSON, that nobody keeps.
  public static Answer json(int status, Object object) {
    return new Answer(status, JSON, new AnswerBody.Bytes(WireJson.bytes(object)));
  }

  /// A refusal or breakdown in the form of API §1.2.
  public static Answer error(int status, String error) {
    return json(status, ApiErrorResponse.of(error));
  }

  /// The same with more headers in front.
  public Answer with(List<HeaderLine> more) {
    List<HeaderLine> all = new ArrayList<>(more.size() + headers.size());
    all.addAll(more);
    all.addAll(headers);
    return new Answer(status, all, body);
  }
}
