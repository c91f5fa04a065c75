package dev.streamgate.server.settings;

import java.util.List;
import java.util.Optional;

/// All settings at one moment.
///
/// @param supportContact a mail or web address for viewers in need
/// @param languages the first one is the fallback
/// @param refusedPerMinute how many wrong codes a client address may show in a minute
/// @param totalPerMinute how many validations of any kind it may ask for in a minute
public record SettingValues(
    String appName,
    Optional<String> supportContact,
    List<String> languages,
    int refusedPerMinute,
    int totalPerMinute) {
  public SettingValues {
    languages = List.copyOf(languages);
  }

  SettingValues withAppName(String name) {
    return new SettingValues(name, supportContact, languages, refusedPerMinute, totalPerMinute);
  }

  /// @param contact empty for none
  SettingValues withSupportContact(String contact) {
    Optional<String> given = Optional.of(contact).filter(it -> !it.isEmpty());
    return new SettingValues(appName, given, languages, refusedPerMinute, totalPerMinute);
  }

  SettingValues withLanguages(List<String> wanted) {
    return new SettingValues(appName, supportContact, wanted, refusedPerMinute, totalPerMinute);
  }

  SettingValues withRefusedPerMinute(int limit) {
    return new SettingValues(appName, supportContact, languages, limit, totalPerMinute);
  }

  SettingValues withTotalPerMinute(int limit) {
    return new SettingValues(appName, supportContact, languages, refusedPerMinute, limit);
  }
}
