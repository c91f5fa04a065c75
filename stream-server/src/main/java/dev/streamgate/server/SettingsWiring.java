package dev.streamgate.server;

import dev.streamgate.server.foundation.ConfigKey;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.portal.PortalSettings;
import dev.streamgate.server.settings.ConfiguredSettings;
import dev.streamgate.server.settings.SettingKey;
import dev.streamgate.server.settings.SettingValues;
import dev.streamgate.server.settings.Settings;
import dev.streamgate.server.settings.db.JdbcSettingStore;
import dev.streamgate.server.settings.http.SettingRoutes;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What owners may set while the server runs, and who reads it.
final class SettingsWiring {
  final Settings settings;
  private final SettingRoutes routes;

  SettingsWiring(Base base) {
    settings =
        new Settings(
            configured(base.config),
            new JdbcSettingStore(base.database),
            base.database::inTransaction,
            base.audit);
    settings.follow();
    routes = new SettingRoutes(settings, base.requesters);
  }

  void register(RouteTable table) {
    routes.register(table);
  }

  /// What the portal is told of the settings.
  PortalSettings portal() {
    SettingValues values = settings.current();
    return new PortalSettings(values.appName(), values.supportContact(), values.languages());
  }

  private static ConfiguredSettings configured(ServerConfig config) {
    return new ConfiguredSettings(
        new SettingValues(
            config.appName(),
            config.supportContact(),
            config.languages(),
            config.refusedValidationsPerMinute(),
            config.validationsPerMinute()),
        Arrays.stream(SettingKey.values())
            .filter(key -> config.given().contains(ConfigKey.valueOf(key.name())))
            .collect(Collectors.toUnmodifiableSet()));
  }
}
