package dev.streamgate.console.staff;

import dev.streamgate.console.api.AccountsApi;
import dev.streamgate.console.api.Answer;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.screen.FailureTexts;
import dev.streamgate.console.screen.FieldErrors;
import dev.streamgate.console.screen.PanelForm;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.staff.StaffAccountChange;
import dev.streamgate.model.staff.StaffAccountRequest;
import dev.streamgate.model.staff.StaffAccountResponse;
import dev.streamgate.model.staff.StaffRole;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A new account, another role or another password; the form shows only what the task needs.
public final class AccountFormViewModel implements PanelForm {
  /// Spec, rules §11; the server counts bytes, and refuses more than 72.
  private static final int SHORTEST = 8;

  static final String USERNAME = "Username";
  static final String PASSWORD = "Password";
  static final String ROLE = "Role";

  private final AccountsApi api;
  private final ServerCalls calls;
  private final Catalogue texts;
  private final FailureTexts failures;
  private final Purpose purpose;
  private final StringProperty username = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final ObjectProperty<StaffRole> role = new SimpleObjectProperty<>(StaffRole.MANAGER);
  private final FieldErrors errors =
      new FieldErrors().field(USERNAME, username).field(PASSWORD, password).field(ROLE, role);
  private final BooleanProperty busy = new SimpleBooleanProperty();

  /// What the form is for.
  public sealed interface Purpose {
    /// A new account.
    record Create() implements Purpose {}

    /// Another role for an account.
    record Role(StaffAccountResponse account) implements Purpose {}

    /// Another password for an account.
    record Password(StaffAccountResponse account) implements Purpose {}
  }

  public AccountFormViewModel(
      AccountsApi api, ServerCalls calls, Catalogue texts, FailureTexts failures, Purpose purpose) {
    this.api = api;
    this.calls = calls;
    this.texts = texts;
    this.failures = failures;
    this.purpose = purpose;
    if (purpose instanceof Purpose.Role(StaffAccountResponse account)) {
      role.set(account.role());
    }
  }

  public Purpose purpose() {
    return purpose;
  }

  public StringProperty usernameProperty() {
    return username;
  }

  public StringProperty passwordProperty() {
    return password;
  }

  public ObjectProperty<StaffRole> roleProperty() {
    return role;
  }

  @Override
  public StringBinding errorProperty() {
    return errors.elsewhere();
  }

  @Override
  public BooleanProperty busyProperty() {
    return busy;
  }

  /// What the server has against the form, at its fields.
  FieldErrors errors() {
    return errors;
  }

  public boolean needsUsername() {
    return purpose instanceof Purpose.Create;
  }

  public boolean needsPassword() {
    return !(purpose instanceof Purpose.Role);
  }

  public boolean needsRole() {
    return !(purpose instanceof Purpose.Password);
  }

  public String title() {
    return switch (purpose) {
      case Purpose.Create _ -> texts.get("createAccount");
      case Purpose.Role(StaffAccountResponse account) -> texts.get("roleOf", account.username());
      case Purpose.Password(StaffAccountResponse account) ->
          texts.get("passwordOf", account.username());
    };
  }

  @Override
  public BooleanBinding ready() {
    return Bindings.createBooleanBinding(this::isComplete, username, password)
        .and(busy.not())
        .and(calls.connection().onlineProperty());
  }

  /// Saves, and hands over what to tell.
  public void save(Consumer<String> saved) {
    if (!ready().get()) {
      return;
    }
    errors.clear();
    calls.ask(
        busy,
        question(),
        account -> saved.accept(told(account)),
        failure -> errors.say(failures.of(failure)));
  }

  boolean isTouched() {
    boolean otherRole =
        purpose instanceof Purpose.Role(StaffAccountResponse account)
            && role.get() != account.role();
    return otherRole || !username.get().isBlank() || !password.get().isEmpty();
  }

  private boolean isComplete() {
    return (!needsUsername() || !username.get().isBlank())
        && (!needsPassword() || password.get().length() >= SHORTEST);
  }

  private Supplier<Answer<StaffAccountResponse>> question() {
    String secret = password.get();
    String name = username.get().trim();
    StaffRole chosen = role.get();
    return switch (purpose) {
      case Purpose.Create _ -> () -> api.create(new StaffAccountRequest(name, secret, chosen));
      case Purpose.Role(StaffAccountResponse account) ->
          () -> api.change(account.id(), new StaffAccountChange(chosen, null, null));
      case Purpose.Password(StaffAccountResponse account) ->
          () -> api.change(account.id(), new StaffAccountChange(null, null, secret));
    };
  }

  private String told(StaffAccountResponse account) {
    return switch (purpose) {
      case Purpose.Create _ -> texts.get("created", account.username());
      case Purpose.Role _ -> texts.get("roleChanged", account.username());
      case Purpose.Password _ -> texts.get("passwordSet", account.username());
    };
  }
}
