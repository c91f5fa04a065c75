package dev.streamgate.server.media;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Asks one source after the other; the first that has the file gives it (Spec, media §4).
public final class SourceChain implements ContentSource {
  private final List<ContentSource> sources;

  public SourceChain(List<ContentSource> sources) {
    this.sources = List.copyOf(sources);
  }

  @Override
  public Optional<Content> open(ContentRequest request) throws IOException {
    for (ContentSource source : sources) {
      Optional<Content> content = source.open(request);
      if (content.isPresent()) {
        return content;
      }
    }
    return Optional.empty();
  }
}
