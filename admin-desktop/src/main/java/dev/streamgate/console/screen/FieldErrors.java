package dev.streamgate.console.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/// What the server has against a form, at the field each sentence is about. The server names no
/// field in a refusal, but each of its sentences begins with what it speaks of (API §4). A sentence
/// stands until its field changes; one that is about no field, until any does.
public final class FieldErrors {
  private static final String NO_FIELD = "";
  private static final String BETWEEN_SENTENCES = "; ";

  private final List<String> beginnings = new ArrayList<>();
  private final ObservableMap<String, String> said = FXCollections.observableHashMap();

  /// A field; sentences that begin so are about it.
  public FieldErrors field(String beginning, Observable... parts) {
    beginnings.add(beginning);
    for (Observable part : parts) {
      part.addListener(changed -> {
        said.remove(beginning);
        said.remove(NO_FIELD);
      });
    }
    return this;
  }

  /// Takes in a refusal, which may be several sentences.
  public void say(String refusal) {
    said.clear();
    said.putAll(
        Arrays.stream(refusal.split(BETWEEN_SENTENCES))
            .collect(
                Collectors.toMap(
                    this::about, sentence -> sentence, (a, b) -> a + BETWEEN_SENTENCES + b)));
  }

  public void clear() {
    said.clear();
  }

  /// What stands at the field with this beginning; blank if nothing does.
  public StringBinding at(String beginning) {
    return Bindings.createStringBinding(() -> said.getOrDefault(beginning, ""), said);
  }

  /// What is about no field in particular.
  public StringBinding elsewhere() {
    return at(NO_FIELD);
  }

  private String about(String sentence) {
    return beginnings.stream().filter(sentence::startsWith).findFirst().orElse(NO_FIELD);
  }
}
