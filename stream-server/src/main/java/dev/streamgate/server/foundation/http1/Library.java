package dev.streamgate.server.foundation.http1;

import io.helidon.common.context.Context;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.http.media.MediaContext;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.Router;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.http1.Http1ConnectionSelectorConfig;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The server library's HTTP/1.1, with the routes of one port and without its sockets.
final class Library implements ListenerContext, AutoCloseable {
  private final Router router;
  private final Http1ConnectionSelector selector =
      Http1ConnectionSelectorConfig.builder()
          .config(
              Http1Config.builder()
                  .maxPrologueLength(RequestReader.LONGEST_LINE)
                  .maxHeadersSize(RequestReader.LONGEST_HEAD)
                  .build())
          .build();

  private final ListenerConfig config = ListenerConfig.create();
  private final Context context = Context.create();
  private final MediaContext media = MediaContext.create();
  private final ContentEncodingContext encodings = ContentEncodingContext.create();
  private final DirectHandlers errors = DirectHandlers.create();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  Library(HttpRouting.Builder routing) {
    router = Router.builder().addRouting(routing).build();
    router.beforeStart();
  }

  Router router() {
    return router;
  }

  Http1ConnectionSelector selector() {
    return selector;
  }

  @Override
  public Context context() {
    return context;
  }

  @Override
  public MediaContext mediaContext() {
    return media;
  }

  @Override
  public ContentEncodingContext contentEncodingContext() {
    return encodings;
  }

  @Override
  public DirectHandlers directHandlers() {
    return errors;
  }

  @Override
  public ListenerConfig config() {
    return config;
  }

  @Override
  public ExecutorService executor() {
    return executor;
  }

  @Override
  public void close() {
    router.afterStop();
    executor.shutdownNow();
  }
}
