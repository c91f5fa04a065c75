package dev.streamgate.server.settings;

/// What owners may set (API §4.5). The constants are named as the keys of the configuration.
public enum SettingKey {
  APP_NAME("appName"),
  SUPPORT_CONTACT("supportContact"),
  LANGUAGES("languages"),
  VALIDATE_REFUSED_PER_MINUTE("validateRefusedPerMinute"),
  VALIDATE_TOTAL_PER_MINUTE("validateTotalPerMinute");

  private final String wireName;

  SettingKey(String wireName) {
    this.wireName = wireName;
  }

  /// The name on the wire and in the database.
  public String wireName() {
    return wireName;
  }
}
