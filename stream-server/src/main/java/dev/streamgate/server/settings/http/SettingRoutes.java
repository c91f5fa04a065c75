package dev.streamgate.server.settings.http;

import dev.streamgate.model.staff.SettingsResponse;
import dev.streamgate.model.staff.SettingsResponse.Setting;
import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.settings.SettingKey;
import dev.streamgate.server.settings.SettingValues;
import dev.streamgate.server.settings.Settings;
import dev.streamgate.server.settings.SettingsOutcome;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.jspecify.annotations.Nullable;

/// The settings, for owners (API §4.5).
public final class SettingRoutes {
  private static final String SETTINGS = "/api/admin/settings";

  private final Settings settings;
  private final Requesters requesters;

  public SettingRoutes(Settings settings, Requesters requesters) {
    this.settings = settings;
    this.requesters = requesters;
  }

  public void register(RouteTable routes) {
    routes.get(SETTINGS, Access.OWNERS, this::show).put(SETTINGS, Access.OWNERS, this::change);
  }

  private void show(ServerRequest request, ServerResponse response) {
    JsonHttp.sendData(request, response, shown(settings.current()));
  }

  private void change(ServerRequest request, ServerResponse response) {
    SettingsOutcome outcome =
        settings.change(SettingRequests.read(request), requesters.staff(request));
    switch (outcome) {
      case SettingsOutcome.Saved(SettingValues values) ->
          JsonHttp.sendData(request, response, shown(values));
      case SettingsOutcome.Refused(var keys) -> throw SettingWords.refusal(keys);
      case SettingsOutcome.Fixed(var keys) -> throw SettingWords.fixed(keys);
    }
  }

  private SettingsResponse shown(SettingValues values) {
    return new SettingsResponse(
        setting(SettingKey.APP_NAME, values.appName()),
        setting(SettingKey.SUPPORT_CONTACT, values.supportContact().orElse(null)),
        setting(SettingKey.LANGUAGES, values.languages()),
        setting(SettingKey.VALIDATE_REFUSED_PER_MINUTE, values.refusedPerMinute()),
        setting(SettingKey.VALIDATE_TOTAL_PER_MINUTE, values.totalPerMinute()));
  }

  private <T> Setting<T> setting(SettingKey key, @Nullable T value) {
    return new Setting<>(value, settings.fixed().contains(key));
  }
}
