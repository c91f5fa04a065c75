package dev.streamgate.server.media;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.playback.StreamPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A path below `/streams/<event>/` that is safe to compare with a grant and to look up on a disk:
/// decoded exactly once, and free of everything that two programs might read differently (Spec,
/// media §6). There is no other way to make one.
public final class MediaPath {
  private final EventId event;
  private final List<String> names;
  private final String text;

  private MediaPath(EventId event, List<String> names) {
    this.event = event;
    this.names = List.copyOf(names);
    this.text = StreamPath.buildStreamPathPrefix(event) + String.join("/", names);
  }

  /// Reads a request's path as it came over the wire, without its query. Empty if it is refused.
  public static Optional<MediaPath> of(String rawPath) {
    if (!rawPath.startsWith(StreamPath.PREFIX)) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (int start = StreamPath.PREFIX.length(); start <= rawPath.length(); ) {
      int slash = rawPath.indexOf('/', start);
      int end = slash < 0 ? rawPath.length() : slash;
      Optional<String> name =
          PercentEncoding.decode(rawPath.substring(start, end)).filter(PathName::isSafe);
      if (name.isEmpty()) {
        return Optional.empty();
      }
      names.add(name.get());
      start = end + 1;
    }
    return ofNames(names);
  }

  private static Optional<MediaPath> ofNames(List<String> names) {
    String first = names.getFirst();
    List<String> below = names.subList(1, names.size());
    if (below.isEmpty() || !EventId.isValid(first) || namesReservedFolder(below)) {
      return Optional.empty();
    }
    return Optional.of(new MediaPath(new EventId(first), below));
  }

  private static boolean namesReservedFolder(List<String> names) {
    for (int depth = 0; depth < names.size() - 1; depth++) {
      if (PathName.isReserved(names.get(depth))) {
        return true;
      }
    }
    return false;
  }

  public EventId event() {
    return event;
  }

  /// The folders below the event's own, and the file; at least one name.
  public List<String> names() {
    return names;
  }

  public String fileName() {
    return names.getLast();
  }

  /// Whether the file, or a folder on the way to it, is hidden.
  public boolean isHidden() {
    for (String name : names) {
      if (name.startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  /// The same path with another file in the same folder.
  ///
  /// @throws IllegalArgumentException if the name is not a safe one
  public MediaPath withFileName(String fileName) {
    if (!PathName.isSafe(fileName)) {
      throw new IllegalArgumentException("not a safe file name");
    }
    List<String> siblings = new ArrayList<>(names);
    siblings.set(names.size() - 1, fileName);
    return new MediaPath(event, siblings);
  }

  /// A file in the event's own folder (depth 0) or in one of the folders on the way to this file.
  MediaPath above(int depth, String fileName) {
    List<String> shorter = new ArrayList<>(names.subList(0, depth));
    shorter.add(fileName);
    return new MediaPath(event, shorter);
  }

  /// The decoded path, `/streams/<event>/…`, the form in which grants are compared.
  public String normalised() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MediaPath path && text.equals(path.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
