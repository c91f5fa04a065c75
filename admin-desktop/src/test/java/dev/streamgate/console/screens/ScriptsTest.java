package dev.streamgate.console.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventResponse;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What staff write may be in any script, and what breaks in the window does not end the work.
class ScriptsTest {
  private static final String ARABIC =
      "مؤتمر سنوي للموسيقى والفنون الشعبية في المدينة القديمة مع ضيوف من كل مكان";
  private static final String HEBREW =
      "כנס שנתי למוזיקה ולאמנות עממית 2026 (GA) בעיר העתיקה עם אורחים מכל מקום";

  @RegisterExtension final ConsoleRun console = new ConsoleRun("en");

  @Test
  void anEventInAnotherScriptIsShownAskedAboutAndChanged() {
    EventResponse event = Samples.described(Samples.event("evt-1", ARABIC), HEBREW.repeat(3));
    console.server().with(event);
    console.shrink();
    console.signIn();
    console.click("#navEvents");
    console.click("#openEvent");
    assertThat(console.text("#detailTitle")).isEqualTo(ARABIC);
    console.picture("event-detail-scripts");
    console.click("#toggleActive");
    assertThat(console.text("#dialogText")).contains(ARABIC);
    console.picture("dialog-scripts");
    console.press(KeyCode.ESCAPE);
    console.click("#editEvent");
    console.paste("#eventDescription", ARABIC.repeat(3));
    console.picture("event-form-scripts");
    console.click("#saveEvent");
    assertThat(console.sees("#eventForm")).isFalse();
    console.click("#navDashboard");
    assertThat(console.sees("#cardActiveEvents")).as("the window goes on").isTrue();
  }

  @Test
  void aBreakdownIsToldOnceAndTheWindowGoesOn() {
    console.signIn();
    for (int frame = 0; frame < 3; frame++) {
      console.breakDown(new ArrayIndexOutOfBoundsException("Index -71"));
    }
    assertThat(console.text("#dialogText")).doesNotContain("Index");
    console.picture("breakdown");
    console.click("#dialogCancel");
    assertThat(console.sees("#dialogText")).as("told once").isFalse();
    console.click("#navEvents");
    assertThat(console.sees("#createEvent")).isTrue();
  }
}
