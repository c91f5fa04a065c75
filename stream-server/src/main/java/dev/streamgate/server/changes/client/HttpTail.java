package dev.streamgate.server.changes.client;

import dev.streamgate.model.changes.RevocationSyncResponse;
import dev.streamgate.model.json.MalformedJsonException;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.server.changes.FeedSource.Tail;
import dev.streamgate.server.changes.SilenceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// An open stream of the feed. The network's thread hands over one piece at a time and brings the
/// next when that one is read.
final class HttpTail implements Tail, Flow.Subscriber<List<ByteBuffer>> {
  private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private final ServerEvents events = new ServerEvents();
  private volatile @Nullable Subscription subscription;

  private sealed interface Piece {}

  private record Bytes(List<ByteBuffer> buffers) implements Piece {}

  private record End(String reason) implements Piece {}

  @Override
  public Optional<RevocationSyncResponse> next(Duration patience)
      throws IOException, InterruptedException {
    while (events.found().isEmpty()) {
      Piece piece = pieces.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      switch (piece) {
        case null -> throw new SilenceException();
        case End(String reason) -> throw new IOException(reason);
        case Bytes(List<ByteBuffer> buffers) -> read(buffers);
      }
    }
    Optional<String> found = events.found().remove();
    return found.isPresent() ? Optional.of(page(found.get())) : Optional.empty();
  }

  @Override
  public void close() {
    Optional.ofNullable(subscription).ifPresent(Subscription::cancel);
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    pieces.add(new Bytes(buffers));
  }

  @Override
  public void onError(Throwable failure) {
    pieces.add(new End("the stream broke: " + failure.getMessage()));
  }

  @Override
  public void onComplete() {
    pieces.add(new End("the platform ended the stream"));
  }

  private void read(List<ByteBuffer> buffers) throws IOException {
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      events.add(bytes);
    }
    Optional.ofNullable(subscription).ifPresent(it -> it.request(1));
  }

  private static RevocationSyncResponse page(String json) throws IOException {
    try {
      return WireJson.read(json.getBytes(StandardCharsets.UTF_8), RevocationSyncResponse.class);
    } catch (MalformedJsonException e) {
      throw new IOException("the stream brought no page of the feed", e);
    }
  }
}
