package dev.streamgate.show;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route;

/// Answers of the server as a test wants the browser to see them.
final class Answers {
  private Answers() {}

  /// Lets the real server answer, and puts something else in place of what matches.
  static void edit(Route route, String pattern, String replacement) {
    APIResponse answer = route.fetch();
    String body = answer.text().replaceFirst(pattern, replacement);
    route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(body));
  }
}
