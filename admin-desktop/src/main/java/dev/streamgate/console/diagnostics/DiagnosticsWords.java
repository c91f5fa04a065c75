package dev.streamgate.console.diagnostics;

import dev.streamgate.console.screen.DeviceWords;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.text.Formats;
import dev.streamgate.model.insight.DiagnosticsResponse;
import dev.streamgate.model.sessions.SessionView;

/// Findings in the words of the staff.
public record DiagnosticsWords(Catalogue texts, Formats formats, DeviceWords devices) {
  String check(String id) {
    return switch (id) {
      case "threeParts" -> texts.get("threeParts");
      case "signature" -> texts.get("signature");
      case "notExpired" -> texts.get("notExpired");
      case "subjectExists" -> texts.get("subjectExists");
      case "subjectActive" -> texts.get("subjectActive");
      case "sessionAlive" -> texts.get("sessionAlive");
      case "corsOrigin" -> texts.get("corsOrigin");
      default -> id;
    };
  }

  String result(DiagnosticsResponse.Result result) {
    return switch (result) {
      case PASS -> texts.get("pass");
      case FAIL -> texts.get("fail");
      case SKIP -> texts.get("skip");
    };
  }

  boolean isGood(DiagnosticsResponse answer) {
    return answer.cause() == null
        && answer.checks().stream()
            .noneMatch(check -> check.result() == DiagnosticsResponse.Result.FAIL);
  }

  /// The cause in one sentence; without one, the first check that failed.
  String sentence(DiagnosticsResponse answer) {
    String cause = answer.cause();
    if (isOfNothing(answer)) {
      return texts.get("causeNothing");
    }
    return cause == null
        ? answer.checks().stream()
            .filter(check -> check.result() == DiagnosticsResponse.Result.FAIL)
            .findFirst()
            .map(check -> texts.get("failed", check(check.id()), check.detail()))
            .orElse(texts.get("allGood"))
        : cause(cause);
  }

  /// Neither a ticket nor a token was recognised in what was typed.
  private static boolean isOfNothing(DiagnosticsResponse answer) {
    return answer.kind() != DiagnosticsResponse.Kind.TOKEN
        && answer.tokenId() == null
        && answer.sessionId() == null;
  }

  private String cause(String cause) {
    return switch (cause) {
      case "missing" -> texts.get("causeMissing");
      case "malformed" -> texts.get("causeMalformed");
      case "signature" -> texts.get("causeSignature");
      case "expired" -> texts.get("causeExpired");
      case "unknown_subject" -> texts.get("causeUnknown");
      case "inactive_subject" -> texts.get("causeInactive");
      default -> cause;
    };
  }

  String session(SessionView session) {
    return texts.get(
        "session",
        formats.time(session.sessionStarted()),
        formats.time(session.lastHeartbeat()),
        devices.of(session.browser(), session.os(), session.deviceName()),
        session.sessionId());
  }
}
