package dev.streamgate.server.foundation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What viewers and staff read, and under which addresses they find us.
///
/// @param mediaBaseUrl the media address given to browsers; if absent it is the request's own
/// @param portalUrl the portal's public address; if absent it is the request's own. For an edge it
///   is the platform's address
/// @param languages the first is the fallback
public record PortalConfig(
    Optional<String> mediaBaseUrl,
    Optional<String> portalUrl,
    Setting<String> appName,
    Setting<Optional<String>> supportContact,
    Setting<List<String>> languages) {
  private static final Pattern LANGUAGE = Pattern.compile("en|de");

  static PortalConfig read(ConfigReader reader) {
    Optional<String> contact = reader.text(ConfigKey.SUPPORT_CONTACT);
    return new PortalConfig(
        reader.origin(ConfigKey.HLS_SERVER_BASE_URL),
        reader.origin(ConfigKey.PLATFORM_APP_URL),
        Setting.of(reader.text(ConfigKey.APP_NAME), "StreamGate"),
        new Setting<>(contact, contact.isPresent()),
        Setting.of(
            reader.optionalList(
                ConfigKey.LANGUAGES,
                "a list of the languages there are: en, de",
                text -> ConfigReader.matching(LANGUAGE, text)),
            List.of("en", "de")));
  }
}
