package dev.streamgate.console.api;

import dev.streamgate.model.staff.SettingsRequest;
import dev.streamgate.model.staff.SettingsResponse;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/// Settings and backup over HTTP (API §4.5).
public final class HttpSettingsApi implements SettingsApi {
  private static final String SETTINGS = "/api/admin/settings";
  private static final HttpServerCalls.Reader<SettingsResponse> READER =
      HttpServerCalls.Reader.data(SettingsResponse.class);

  private final HttpServerCalls calls;

  public HttpSettingsApi(HttpServerCalls calls) {
    this.calls = calls;
  }

  @Override
  public Answer<SettingsResponse> read() {
    return calls.get(SETTINGS, READER);
  }

  @Override
  public Answer<SettingsResponse> change(SettingsRequest change) {
    return calls.put(SETTINGS, change, READER);
  }

  @Override
  public Answer<Path> backup(Path file, LongConsumer received) {
    return calls.download("/api/admin/backup", file, received);
  }
}
