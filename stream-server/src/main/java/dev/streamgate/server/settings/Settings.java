package dev.streamgate.server.settings;

import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Transactions;
import dev.streamgate.server.settings.SettingsOutcome.Fixed;
import dev.streamgate.server.settings.SettingsOutcome.Refused;
import dev.streamgate.server.settings.SettingsOutcome.Saved;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The settings in force (API §4.5): what the configuration says, else what an owner set, else the
/// default. They are held in memory and read without waiting. A change is in force in this process
/// when {@link #change} returns, and in others on the same database once they {@link #follow}.
/// Thread-safe.
public final class Settings {
  private final ConfiguredSettings configured;
  private final SettingStore store;
  private final Transactions transactions;
  private final AuditTrail audit;
  private volatile State state;

  /// What the store held when it was last read, and what that means.
  private record State(Map<String, String> stored, SettingValues values) {}

  public Settings(
      ConfiguredSettings configured,
      SettingStore store,
      Transactions transactions,
      AuditTrail audit) {
    this.configured = configured;
    this.store = store;
    this.transactions = transactions;
    this.audit = audit;
    this.state = new State(Map.of(), configured.values());
  }

  /// The settings in force.
  public SettingValues current() {
    return state.values();
  }

  /// What cannot be changed here.
  public Set<SettingKey> fixed() {
    return configured.fixed();
  }

  /// Reads what was set; called at the start and every second.
  public synchronized void follow() {
    Map<String, String> stored = store.all();
    if (!stored.equals(state.stored())) {
      state = new State(stored, read(stored));
    }
  }

  /// Sets what was sent, all of it or nothing.
  public SettingsOutcome change(Map<SettingKey, String> sent, Requester by) {
    SettingsOutcome outcome =
        transactions.inTransaction(() -> {
          store.hold();
          return change(SettingsChange.read(read(store.all()), sent), by);
        });
    follow();
    return outcome;
  }

  private SettingsOutcome change(SettingsChange change, Requester by) {
    List<SettingKey> changed = change.keys();
    List<SettingKey> fixed = changed.stream().filter(configured.fixed()::contains).toList();
    if (!change.refused().isEmpty()) {
      return new Refused(change.refused());
    }
    if (!fixed.isEmpty()) {
      return new Fixed(fixed);
    }
    for (SettingKey key : changed) {
      store.write(key.wireName(), SettingRules.text(change.after(), key));
    }
    if (!changed.isEmpty()) {
      audit.record(AuditEntry.of(AuditAction.SETTINGS_CHANGED, by).detail(change.description()));
    }
    return new Saved(change.after());
  }

  /// The configuration with what was set over it. What the store holds and may not be, perhaps
  /// because another version wrote it, is left out.
  private SettingValues read(Map<String, String> stored) {
    SettingValues values = configured.values();
    for (SettingKey key : SettingKey.values()) {
      String text = stored.get(key.wireName());
      if (text != null && !configured.fixed().contains(key)) {
        values = SettingRules.read(values, key, text).orElse(values);
      }
    }
    return values;
  }
}
