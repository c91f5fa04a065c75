package dev.streamgate.console.staff;

import dev.streamgate.console.api.AccountsApi;
import dev.streamgate.console.dialog.Question;
import dev.streamgate.console.screen.Loading;
import dev.streamgate.console.screen.ScreenStatus;
import dev.streamgate.console.screen.Writing;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.staff.StaffAccountChange;
import dev.streamgate.model.staff.StaffAccountResponse;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The accounts of the staff, and what an owner does with them.
public final class AccountsViewModel {
  private final AccountsApi api;
  private final Loading loading;
  private final Writing writing;
  private final Catalogue texts;
  private final ObservableList<StaffAccountResponse> accounts = FXCollections.observableArrayList();

  public AccountsViewModel(AccountsApi api, Loading loading, Writing writing, Catalogue texts) {
    this.api = api;
    this.loading = loading;
    this.writing = writing;
    this.texts = texts;
  }

  public ScreenStatus status() {
    return loading.status();
  }

  public ObservableList<StaffAccountResponse> accounts() {
    return accounts;
  }

  public BooleanBinding allowed() {
    return writing.allowed();
  }

  public void refresh() {
    loading.load(
        api::list,
        all -> {
          accounts.setAll(all);
          return all.isEmpty();
        });
  }

  public void toggleDisabled(StaffAccountResponse account) {
    boolean disable = !account.disabled();
    StaffAccountChange change = new StaffAccountChange(null, disable, null);
    if (disable) {
      writing.ask(
          question(
              texts.get("disableTitle"),
              texts.get("disableQuestion", account.username()),
              texts.get("disable")),
          () -> api.change(account.id(), change),
          done -> told(texts.get("disabledNow", account.username())));
    } else {
      writing.write(
          () -> api.change(account.id(), change),
          done -> told(texts.get("enabledNow", account.username())));
    }
  }

  public void endSignIns(StaffAccountResponse account) {
    writing.ask(
        question(
            texts.get("endTitle"),
            texts.get("endQuestion", account.username()),
            texts.get("endSignIns")),
        () -> api.endSignIns(account.id()),
        done -> told(texts.get("ended", account.username())));
  }

  public void delete(StaffAccountResponse account) {
    writing.ask(
        question(
            texts.get("deleteTitle"),
            texts.get("deleteQuestion", account.username()),
            texts.get("delete")),
        () -> api.delete(account.id()),
        done -> told(texts.get("deleted", account.username())));
  }

  /// Tells what was done, and shows the list as it is now.
  void told(String sentence) {
    writing.say(sentence);
    refresh();
  }

  private Question question(String title, String text, String yes) {
    return new Question(title, text, texts.get("cancel"), yes);
  }
}
