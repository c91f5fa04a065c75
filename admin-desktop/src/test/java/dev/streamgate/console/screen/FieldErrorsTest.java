package dev.streamgate.console.screen;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;

class FieldErrorsTest {
  private final StringProperty username = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final FieldErrors errors =
      new FieldErrors().field("Username", username).field("Password", password);

  @Test
  void eachSentenceStandsAtTheFieldItIsAbout() {
    errors.say("Username must be 2 to 64 letters; Password is required; The moon is full");
    assertThat(errors.at("Username").get()).isEqualTo("Username must be 2 to 64 letters");
    assertThat(errors.at("Password").get()).isEqualTo("Password is required");
    assertThat(errors.elsewhere().get()).isEqualTo("The moon is full");
  }

  @Test
  void aSentenceGoesWithItsCause() {
    errors.say("Username must be 2 to 64 letters; Password is required; The moon is full");
    username.set("anna");
    assertThat(errors.at("Username").get()).isEmpty();
    assertThat(errors.elsewhere().get()).as("about no field").isEmpty();
    assertThat(errors.at("Password").get()).isEqualTo("Password is required");
  }

  @Test
  void theNextRefusalReplacesAllOfTheOneBefore() {
    errors.say("Username must be 2 to 64 letters");
    errors.say("Password is required");
    assertThat(errors.at("Username").get()).isEmpty();
    errors.clear();
    assertThat(errors.at("Password").get()).isEmpty();
  }
}
