package dev.streamgate.model.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The fields of a JSON object from outside, read one by one and without coercion, so that a field
/// of the wrong type can be named instead of the whole body being refused. A field that is absent
/// or null is empty; for one of another type the caller says what to throw.
public final class JsonFields {
  private final JsonNode object;

  public JsonFields(JsonNode object) {
    this.object = object;
  }

  /// Whether the field is there and null, which for some fields means "clear it".
  public boolean isNull(String name) {
    return object.path(name).isNull();
  }

  public Optional<String> text(String name, Supplier<RuntimeException> wrong) {
    return field(name, node -> node.isTextual() ? Optional.of(node.textValue()) : none(), wrong);
  }

  /// A number without fraction that fits an `int`.
  public Optional<Integer> integer(String name, Supplier<RuntimeException> wrong) {
    return field(
        name,
        node ->
            node.isIntegralNumber() && node.canConvertToInt()
                ? Optional.of(node.intValue())
                : none(),
        wrong);
  }

  public Optional<Boolean> flag(String name, Supplier<RuntimeException> wrong) {
    return field(name, node -> node.isBoolean() ? Optional.of(node.booleanValue()) : none(), wrong);
  }

  /// One of the constants of an enum, by its name on the wire.
  public <E extends Enum<E>> Optional<E> choice(
      String name, Class<E> type, Supplier<RuntimeException> wrong) {
    return field(
        name, node -> node.isTextual() ? WireJson.choice(node.textValue(), type) : none(), wrong);
  }

  private <T> Optional<T> field(
      String name, Function<JsonNode, Optional<T>> read, Supplier<RuntimeException> wrong) {
    JsonNode node = object.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return none();
    }
    return Optional.of(read.apply(node).orElseThrow(wrong));
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
