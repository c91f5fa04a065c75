package dev.streamgate.console.events;

import dev.streamgate.console.text.Catalogue;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/// What is wrong with a form, at each of its fields: found while typing, or said by the server.
/// What the server said about a field stands until that field is changed.
public final class EventFormChecks {
  /// The fields something can be wrong with.
  public enum Place {
    TITLE,
    DESCRIPTION,
    STREAM,
    POSTER,
    START,
    END,
    WINDOW,
    TAKEOVERS,
    FORM
  }

  private static final Map<String, Place> ABOUT =
      Map.of(
          "stream", Place.STREAM,
          "poster", Place.POSTER,
          "title", Place.TITLE,
          "description", Place.DESCRIPTION,
          "takeovers", Place.TAKEOVERS);

  /// Where a sentence of the server belongs, and the same in the console's language.
  private record Said(Place place, String words) {}

  private final EventForm form;
  private final Catalogue texts;
  private final ObservableMap<Place, String> saidByServer = FXCollections.observableHashMap();
  private final Map<String, Said> sentences;
  private boolean titleTouched;

  EventFormChecks(EventForm form, Catalogue texts) {
    this.form = form;
    this.texts = texts;
    this.sentences = sentences(texts);
    form.title.addListener(changed -> titleTouched = true);
    forgetOnChange(Place.TITLE, form.title);
    forgetOnChange(Place.DESCRIPTION, form.description);
    forgetOnChange(Place.STREAM, form.stream);
    forgetOnChange(Place.POSTER, form.poster);
    forgetOnChange(Place.WINDOW, form.window);
    forgetOnChange(Place.START, form.start.parts());
    forgetOnChange(Place.END, form.start.parts());
    forgetOnChange(Place.END, form.end.parts());
    forgetOnChange(Place.TAKEOVERS, form.takeovers);
    forgetOnChange(Place.FORM, typed());
  }

  /// What to show at a place; blank if nothing is wrong there.
  public StringBinding at(Place place) {
    return Bindings.createStringBinding(
        () -> saidByServer.getOrDefault(place, isScolding(place) ? "" : found(place)),
        everything());
  }

  /// Whether the form can be sent.
  BooleanBinding passed() {
    return Bindings.createBooleanBinding(
        () ->
            saidByServer.keySet().stream().allMatch(Place.FORM::equals)
                && Arrays.stream(Place.values()).allMatch(at -> found(at).isEmpty()),
        everything());
  }

  void serverSaid(String sentence) {
    Said said =
        sentences.entrySet().stream()
            .filter(known -> sentence.startsWith(known.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseGet(() -> new Said(about(sentence), sentence));
    saidByServer.put(said.place(), said.words());
  }

  /// The server names no field, but each of its sentences is about one (API §4.3). It may go on
  /// after these words.
  private static Map<String, Said> sentences(Catalogue texts) {
    return Map.of(
        "Title is required", new Said(Place.TITLE, texts.get("titleMissing")),
        "Invalid date format", new Said(Place.START, texts.get("dateWrong")),
        "Start must be before end", new Said(Place.END, texts.get("endBeforeStart")),
        "Access window must be 1-168 hours", new Said(Place.WINDOW, texts.get("windowWrong")),
        "Invalid stream URL format", new Said(Place.STREAM, texts.get("streamWrong")),
        "Invalid poster URL format", new Said(Place.POSTER, texts.get("posterWrong")));
  }

  /// A sentence not known here still belongs to the address it speaks of.
  private static Place about(String sentence) {
    String words = sentence.toLowerCase(Locale.ROOT);
    return ABOUT.entrySet().stream()
        .filter(known -> words.contains(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Place.FORM);
  }

  void forgetServer() {
    saidByServer.clear();
  }

  private String found(Place place) {
    return switch (place) {
      case TITLE -> form.title.get().isBlank() ? texts.get("titleMissing") : "";
      case DESCRIPTION, STREAM, FORM -> "";
      case POSTER -> isAddress(form.poster.get()) ? "" : texts.get("posterWrong");
      case START -> form.start.instant().isPresent() ? "" : texts.get("dateWrong");
      case END -> end();
      case WINDOW -> form.hours().isPresent() ? "" : texts.get("windowWrong");
      case TAKEOVERS -> form.takeoverCount().isPresent() ? "" : texts.get("takeoversWrong");
    };
  }

  /// A form just opened does not complain of what nobody has had time to type.
  private boolean isScolding(Place place) {
    return place == Place.TITLE && !titleTouched;
  }

  private String end() {
    Optional<Instant> start = form.start.instant();
    Optional<Instant> end = form.end.instant();
    if (end.isEmpty()) {
      return texts.get("dateWrong");
    }
    return start.filter(begin -> !begin.isBefore(end.get())).isPresent()
        ? texts.get("endBeforeStart")
        : "";
  }

  private static boolean isAddress(String typed) {
    if (typed.isBlank()) {
      return true;
    }
    try {
      URI uri = new URI(typed.trim());
      return uri.getHost() != null && uri.getScheme().matches("https?");
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private void forgetOnChange(Place place, Observable... parts) {
    for (Observable part : parts) {
      part.addListener(changed -> saidByServer.remove(place));
    }
  }

  private Observable[] everything() {
    return Stream.concat(Stream.of(saidByServer), Arrays.stream(typed()))
        .toArray(Observable[]::new);
  }

  private Observable[] typed() {
    return new Observable[] {
      form.title,
      form.description,
      form.stream,
      form.poster,
      form.window,
      form.takeovers,
      form.start.dateProperty(),
      form.start.timeProperty(),
      form.end.dateProperty(),
      form.end.timeProperty()
    };
  }
}
