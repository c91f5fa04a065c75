package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.cli.FailureWords;
import dev.streamgate.server.cli.doctor.StreamFiles.Way;
import dev.streamgate.server.media.MediaPath;
import dev.streamgate.server.media.NamedFile;
import dev.streamgate.server.media.NamedFile.Kind;
import dev.streamgate.server.media.Playlist;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Follows a playlist to all that players are led to: variants and renditions, and of each media
/// playlist its first and last segments, what they begin with, and their keys.
final class PlaylistTree {
  /// More variants and renditions than anybody encodes.
  private static final int MOST_PLAYLISTS = 40;

  private final StreamFiles files;
  private final StreamFlaws words;
  private final boolean hasUpstream;
  private final Instant now;
  private final List<Flaw> flaws = new ArrayList<>();
  private final List<Path> silent = new ArrayList<>();
  private int playlists;
  private int recordings;

  /// @param hasUpstream whether what is not here is fetched from another server
  PlaylistTree(StreamFiles files, boolean hasUpstream, Instant now, Caller caller) {
    this.files = files;
    this.words = new StreamFlaws(files, caller);
    this.hasUpstream = hasUpstream;
    this.now = now;
  }

  /// What is wrong, beginning at the playlist that players ask for first.
  List<Flaw> flaws(MediaPath first, Path file) {
    Optional<Playlist> playlist = read(file);
    playlist.ifPresent(it -> look(it, first, file));
    List<Path> stopped = silent.size() == playlists && playlists > 1 ? List.of(file) : silent;
    stopped.forEach(it -> flaws.add(silence(it)));
    return List.copyOf(flaws);
  }

  /// Whether it says of itself that nothing will be added, so that no encoder is waited for.
  boolean isRecording() {
    return playlists > 0 && recordings == playlists;
  }

  private void look(Playlist playlist, MediaPath path, Path file) {
    if (!playlist.isMultivariant()) {
      add(playlist, path, file);
      return;
    }
    List<NamedFile> named = playlist.named().stream().filter(it -> !it.isElsewhere()).toList();
    String namedBy = file.getFileName().toString();
    named.stream()
        .filter(it -> it.kind() == Kind.PLAYLIST)
        .distinct()
        .limit(MOST_PLAYLISTS)
        .forEach(it -> lookAtChild(it, path, namedBy));
    named.stream().filter(it -> it.kind() == Kind.KEY).forEach(it -> demand(it, path, namedBy));
  }

  private void lookAtChild(NamedFile child, MediaPath parent, String namedBy) {
    Optional<MediaPath> path = child.seenFrom(parent);
    demand(child, parent, namedBy)
        .ifPresent(
            file -> read(file).ifPresent(playlist -> add(playlist, path.orElseThrow(), file)));
  }

  private void add(Playlist playlist, MediaPath path, Path file) {
    MediaPlaylist added = new MediaPlaylist(playlist, file);
    String namedBy = String.join("/", path.names());
    for (Kind kind : List.of(Kind.INITIALISATION, Kind.KEY, Kind.SEGMENT)) {
      added.samples(kind).stream()
          .filter(it -> isWrong(it, path) && added.namesStill(it))
          .findFirst()
          .ifPresent(it -> demand(it, path, namedBy));
    }
    playlists++;
    recordings += added.isEnded() ? 1 : 0;
    if (added.isSilent(newest(added, path), now)) {
      silent.add(file);
    }
  }

  /// The newest segment that is there, if any is.
  private List<Path> newest(MediaPlaylist playlist, MediaPath path) {
    return playlist.samples(Kind.SEGMENT).reversed().stream()
        .flatMap(it -> it.seenFrom(path).stream())
        .map(files::way)
        .filter(Way.Open.class::isInstance)
        .map(it -> ((Way.Open) it).file())
        .limit(1)
        .toList();
  }

  private boolean isWrong(NamedFile file, MediaPath from) {
    return file.seenFrom(from).map(it -> !(files.way(it) instanceof Way.Open)).orElse(true);
  }

  /// The file, or a flaw that it is not there.
  private Optional<Path> demand(NamedFile file, MediaPath from, String namedBy) {
    Optional<MediaPath> path = file.seenFrom(from).filter(it -> it.event().equals(from.event()));
    if (path.isEmpty()) {
      flaws.add(words.outside(file.address(), namedBy));
      return Optional.empty();
    }
    switch (files.way(path.get())) {
      case Way.Open(Path found) -> {
        return Optional.of(found);
      }
      case Way.Linked linked when !hasUpstream -> flaws.add(words.linked(linked));
      case Way.Closed closed -> flaws.add(words.closed(closed));
      case Way.Empty empty -> flaws.add(words.empty(empty));
      case Way.Missing(Path missing) when !hasUpstream ->
          flaws.add(
              switch (file.kind()) {
                case PLAYLIST -> words.withoutPlaylist(missing, namedBy);
                case SEGMENT -> words.withoutSegments(missing, namedBy);
                case INITIALISATION -> words.withoutBeginning(missing, namedBy);
                case KEY -> words.withoutKey(missing, namedBy);
              });
      case Way.Linked _, Way.Missing _ -> {}
    }
    return Optional.empty();
  }

  private Optional<Playlist> read(Path file) {
    try {
      Playlist playlist = MediaPlaylist.read(file);
      if (playlist.isPlaylist()) {
        return Optional.of(playlist);
      }
      flaws.add(
          Flaw.always(
              file + " does not begin with #EXTM3U", "look at what writes it, and make it anew"));
    } catch (IOException e) {
      flaws.add(
          Flaw.always(FailureWords.of(e), "look at what writes " + file + ", and make it anew"));
    }
    return Optional.empty();
  }

  private static Flaw silence(Path file) {
    return Flaw.whileLive(
        file + " or its newest segment has not changed for a minute, and the event runs",
        "see whether the encoder runs, and where it writes");
  }
}
