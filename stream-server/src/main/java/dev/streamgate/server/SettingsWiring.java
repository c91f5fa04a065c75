package dev.streamgate.server;

import dev.streamgate.server.foundation.PortalConfig;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.foundation.Setting;
import dev.streamgate.server.foundation.ViewingConfig;
import dev.streamgate.server.portal.PortalSettings;
import dev.streamgate.server.settings.ConfiguredSettings;
import dev.streamgate.server.settings.SettingKey;
import dev.streamgate.server.settings.SettingValues;
import dev.streamgate.server.settings.Settings;
import dev.streamgate.server.settings.db.JdbcSettingStore;
import dev.streamgate.server.settings.http.SettingRoutes;
import java.util.Map;
import java.util.Set;
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
    PortalConfig portal = config.portal();
    ViewingConfig viewing = config.viewing();
    SettingValues values =
        new SettingValues(
            portal.appName().value(),
            portal.supportContact().value(),
            portal.languages().value(),
            viewing.refusedPerMinute().value(),
            viewing.totalPerMinute().value());
    return new ConfiguredSettings(values, fixed(portal, viewing));
  }

  private static Set<SettingKey> fixed(PortalConfig portal, ViewingConfig viewing) {
    Map<SettingKey, Setting<?>> settings =
        Map.of(
            SettingKey.APP_NAME, portal.appName(),
            SettingKey.SUPPORT_CONTACT, portal.supportContact(),
            SettingKey.LANGUAGES, portal.languages(),
            SettingKey.VALIDATE_REFUSED_PER_MINUTE, viewing.refusedPerMinute(),
            SettingKey.VALIDATE_TOTAL_PER_MINUTE, viewing.totalPerMinute());
    return settings.entrySet().stream()
        .filter(setting -> setting.getValue().fixed())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
