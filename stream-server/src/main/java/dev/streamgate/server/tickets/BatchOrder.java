package dev.streamgate.server.tickets;

import dev.streamgate.model.events.ItemName;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.text.PlainText;
import dev.streamgate.model.text.TextLimits;
import dev.streamgate.model.tickets.AccessLevel;
import dev.streamgate.model.tickets.CodeStyle;
import dev.streamgate.model.tickets.GenerateRequest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A flawless order for a batch: how many tickets, and what they have in common.
record BatchOrder(
    int count,
    @Nullable String label,
    CodeStyle style,
    int maxSessions,
    AccessLevel accessLevel,
    @Nullable String item,
    @Nullable Integer maxHeight) {

  /// The order that was sent, with defaults for what is missing; only for one without problem.
  static BatchOrder of(GenerateRequest sent) {
    return new BatchOrder(
        Objects.requireNonNullElse(sent.count(), 0),
        label(sent).orElse(null),
        style(sent),
        maxSessions(sent),
        Objects.requireNonNullElse(sent.accessLevel(), AccessLevel.STANDARD),
        item(sent).orElse(null),
        sent.maxHeight());
  }

  /// One ticket, for everything and one device, whose code was made elsewhere.
  static BatchOrder imported(@Nullable String label) {
    return new BatchOrder(1, label, CodeStyle.IMPORTED, 1, AccessLevel.STANDARD, null, null);
  }

  /// The first thing that is wrong with an order.
  static Optional<OrderProblem> problem(GenerateRequest sent) {
    Map<OrderProblem, Boolean> fulfilled = new EnumMap<>(OrderProblem.class);
    fulfilled.put(OrderProblem.COUNT, isWithin(1, sent.count(), GenerateRequest.MAX_COUNT));
    fulfilled.put(OrderProblem.LABEL, label(sent).orElse("").length() <= TextLimits.LABEL);
    fulfilled.put(OrderProblem.CODE_STYLE, style(sent) != CodeStyle.IMPORTED);
    fulfilled.put(
        OrderProblem.MAX_SESSIONS, isWithin(1, maxSessions(sent), GenerateRequest.MAX_SESSIONS));
    fulfilled.put(OrderProblem.ITEM, item(sent).stream().allMatch(ItemName::isValid));
    fulfilled.put(
        OrderProblem.MAX_HEIGHT,
        sent.maxHeight() == null
            || isWithin(GenerateRequest.MIN_HEIGHT, sent.maxHeight(), GenerateRequest.MAX_HEIGHT));
    return fulfilled.entrySet().stream()
        .filter(rule -> !rule.getValue())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// What was ordered, for the audit trail.
  String description() {
    return "%d tickets, style %s%s"
        .formatted(count, WireJson.name(style), label == null ? "" : ", label " + label);
  }

  private static Optional<String> label(GenerateRequest sent) {
    return text(sent.label());
  }

  private static CodeStyle style(GenerateRequest sent) {
    return Objects.requireNonNullElse(sent.codeStyle(), CodeStyle.PRINT);
  }

  private static int maxSessions(GenerateRequest sent) {
    return Objects.requireNonNullElse(sent.maxSessions(), 1);
  }

  private static Optional<String> item(GenerateRequest sent) {
    return text(sent.item());
  }

  private static boolean isWithin(int min, @Nullable Integer value, int max) {
    return value != null && value >= min && value <= max;
  }

  private static Optional<String> text(@Nullable String sent) {
    return Optional.ofNullable(sent).map(PlainText::line).filter(it -> !it.isEmpty());
  }
}
