package dev.streamgate.server.events;

import dev.streamgate.model.events.ItemName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A part of an event with a folder of its own (Spec, rules §1), such as one talk of a conference.
///
/// @param availableAt when it opens; null if it is open
public record EventItem(ItemName name, @Nullable String title, @Nullable Instant availableAt) {
  public boolean isNamed(String folder) {
    return name.value().equals(folder);
  }
}
