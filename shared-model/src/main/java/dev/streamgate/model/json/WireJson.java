package dev.streamgate.model.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.Optional;

/// The one JSON codec of server and console (API §1): UTF-8, instants as ISO-8601 UTC with
/// milliseconds, unknown fields ignored, duplicate keys refused. Thread-safe.
public final class WireJson {
  private static final DateTimeFormatter INSTANT =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter().withZone(ZoneOffset.UTC);

  /// Buffers go from hand to hand. Left to itself each thread would keep 16 KB of its own, and each
  /// viewer's connection has a thread.
  private static final JsonFactory FACTORY =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.sharedBoundedPool()).build();

  private static final JsonMapper MAPPER =
      JsonMapper.builder(FACTORY)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .addModule(
              new SimpleModule("streamgate-wire")
                  .addSerializer(Instant.class, new InstantWriter())
                  .addDeserializer(Instant.class, new InstantReader()))
          .build();

  private WireJson() {}

  /// `value` as UTF-8 JSON.
  ///
  /// @throws IllegalArgumentException if the value has no JSON form, which is a programming error
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("writing " + value.getClass().getSimpleName(), e);
    }
  }

  /// Reads one JSON document of the given type.
  ///
  /// @throws MalformedJsonException if the text is not JSON or does not fit the type
  public static <T> T read(byte[] json, Class<T> type) {
    return type.cast(parse(json, MAPPER.constructType(type)));
  }

  /// Reads an answer wrapped as `{"data": …}` (API §1.1).
  ///
  /// @throws MalformedJsonException if the text is not JSON or does not fit the type
  public static <T> T readData(byte[] json, Class<T> type) {
    Data<?> envelope =
        (Data<?>) parse(json, MAPPER.getTypeFactory().constructParametricType(Data.class, type));
    return type.cast(envelope.data());
  }

  /// Reads a list answer, `{"data": […], "pagination"?: …}` (API §1.1).
  ///
  /// @throws MalformedJsonException if the text is not JSON or does not fit the type
  public static <T> Page<T> readPage(byte[] json, Class<T> type) {
    Page<?> page =
        (Page<?>) parse(json, MAPPER.getTypeFactory().constructParametricType(Page.class, type));
    return new Page<>(page.data().stream().map(type::cast).toList(), page.pagination());
  }

  /// Reads any JSON document as a tree.
  ///
  /// @throws MalformedJsonException if the text is not JSON
  public static JsonNode tree(byte[] json) {
    return (JsonNode) parse(json, MAPPER.constructType(JsonNode.class));
  }

  /// The constant that a name stands for on the wire, such as `in_use`.
  public static <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> name(constant).equals(name))
        .findFirst();
  }

  /// The name of a constant on the wire.
  public static String name(Enum<?> constant) {
    return MAPPER.convertValue(constant, String.class);
  }

  /// An instant in the wire's form, for example `2026-03-10T14:00:00.000Z`.
  public static String instant(Instant instant) {
    return INSTANT.format(instant);
  }

  /// Reads any ISO-8601 instant with an offset.
  ///
  /// @throws DateTimeException if the text is none
  public static Instant parseInstant(String text) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
  }

  private static Object parse(byte[] json, JavaType type) {
    try {
      Object value = MAPPER.readValue(json, type);
      if (value == null) {
        throw new MalformedJsonException("expected an object, found null", null);
      }
      return value;
    } catch (IOException e) {
      throw new MalformedJsonException("reading " + type.getRawClass().getSimpleName(), e);
    }
  }

  private static final class InstantWriter extends JsonSerializer<Instant> {
    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(instant(value));
    }
  }

  private static final class InstantReader extends JsonDeserializer<Instant> {
    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      try {
        return parseInstant(in.getText());
      } catch (DateTimeException e) {
        throw context.weirdStringException(in.getText(), Instant.class, "not an ISO-8601 instant");
      }
    }
  }
}
