package dev.streamgate.server.events;

import dev.streamgate.model.events.EventItemsRequest;
import dev.streamgate.model.events.ItemName;
import dev.streamgate.model.text.PlainText;
import dev.streamgate.model.text.TextLimits;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One item as staff sent it, made fit to be stored. A blank title or date is none.
record ItemForm(String name, String title, String availableAt) {
  static List<ItemForm> of(EventItemsRequest sent) {
    return sent.items().stream()
        .map(it -> new ItemForm(it.item().strip(), line(it.title()), line(it.availableAt())))
        .toList();
  }

  /// The first thing that is wrong with the items. Two names that differ in case only are one, as
  /// they are one folder on some disks.
  static Optional<ItemProblem> problem(List<ItemForm> items) {
    Set<String> names = new HashSet<>();
    for (ItemForm item : items) {
      boolean isNew = names.add(item.name.toLowerCase(Locale.ROOT));
      Optional<ItemProblem> problem = item.problem(isNew);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  /// Only for an item without problem.
  EventItem item() {
    return new EventItem(
        new ItemName(name), title.isEmpty() ? null : title, instant().orElse(null));
  }

  private Optional<ItemProblem> problem(boolean isNew) {
    if (!ItemName.isValid(name)) {
      return problem(ItemProblem.Kind.NAME);
    }
    if (!isNew) {
      return problem(ItemProblem.Kind.DUPLICATE);
    }
    if (title.length() > TextLimits.TITLE) {
      return problem(ItemProblem.Kind.TITLE);
    }
    boolean isDated = availableAt.isEmpty() || instant().isPresent();
    return isDated ? Optional.empty() : problem(ItemProblem.Kind.DATE);
  }

  private Optional<ItemProblem> problem(ItemProblem.Kind kind) {
    String line = PlainText.line(name);
    return Optional.of(
        new ItemProblem(kind, line.substring(0, Math.min(line.length(), TextLimits.TITLE))));
  }

  private Optional<Instant> instant() {
    return EventDates.read(availableAt);
  }

  private static String line(@Nullable String sent) {
    return sent == null ? "" : PlainText.line(sent);
  }
}
