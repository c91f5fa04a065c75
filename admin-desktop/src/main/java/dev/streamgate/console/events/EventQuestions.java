package dev.streamgate.console.events;

import dev.streamgate.console.api.EventsApi.StateChange;
import dev.streamgate.console.dialog.Question;
import dev.streamgate.console.dialog.Question.Guard;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.tickets.TokenBreakdown;

/// What the staff are asked before an event changes, and told afterwards (Spec, console §11).
record EventQuestions(Catalogue texts) {
  Question before(StateChange change, EventResponse event) {
    String title = event.title();
    return switch (change) {
      case DEACTIVATE ->
          question(
              texts.get("deactivateTitle"),
              texts.get("deactivateQuestion", title, event.tokenCount()),
              texts.get("deactivate"));
      case REACTIVATE ->
          question(
              texts.get("reactivateTitle"),
              texts.get("reactivateQuestion", title),
              texts.get("reactivate"));
      case ARCHIVE ->
          question(
              texts.get("archiveTitle"), texts.get("archiveQuestion", title), texts.get("archive"));
      case UNARCHIVE ->
          question(
              texts.get("unarchiveTitle"),
              texts.get("unarchiveQuestion", title),
              texts.get("unarchive"));
    };
  }

  String after(StateChange change, EventResponse event) {
    return switch (change) {
      case DEACTIVATE -> texts.get("deactivatedNow", event.title());
      case REACTIVATE -> texts.get("reactivated", event.title());
      case ARCHIVE -> texts.get("archivedNow", event.title());
      case UNARCHIVE -> texts.get("unarchivedNow", event.title());
    };
  }

  /// Used tickets carry a history that is lost with them, so they must be acknowledged.
  Question deleteFirst(EventResponse event) {
    TokenBreakdown breakdown = event.tokenBreakdown();
    long used = breakdown == null ? 0 : breakdown.redeemed();
    Question question =
        question(
            texts.get("deleteTitle"),
            texts.get("deleteQuestion", event.tokenCount()),
            texts.get("continue"));
    return used == 0
        ? question
        : question.guardedBy(new Guard.Acknowledge(texts.get("deleteAcknowledge", used)));
  }

  Question deleteSecond(EventResponse event) {
    return question(
            texts.get("deleteTitle"), texts.get("deleteType"), texts.get("deletePermanently"))
        .guardedBy(new Guard.Type(event.title()));
  }

  private Question question(String title, String text, String yes) {
    return new Question(title, text, texts.get("cancel"), yes);
  }
}
