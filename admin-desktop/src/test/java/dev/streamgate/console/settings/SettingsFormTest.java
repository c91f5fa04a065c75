package dev.streamgate.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.stand.Desk;
import dev.streamgate.model.staff.SettingsRequest;
import dev.streamgate.model.staff.SettingsResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsFormTest {
  private final Desk desk = new Desk();
  private final SettingsForm form = new SettingsForm();

  @Test
  void onlyWhatWasChangedIsSent() {
    form.show(desk.server.operation().settings);
    assertThat(form.isTouched()).isFalse();
    form.appName.set("The Hall");
    form.german.set(false);
    assertThat(form.request())
        .contains(new SettingsRequest("The Hall", null, List.of("en"), null, null));
  }

  @Test
  void whatTheConfigurationHoldsIsLocked() {
    form.show(desk.server.operation().settings);
    assertThat(form.fixed(SettingsResponse::validateTotalPerMinute).get()).isTrue();
    assertThat(form.fixed(SettingsResponse::appName).get()).isFalse();
  }
}
