package dev.streamgate.server.foundation;

import dev.streamgate.model.json.Data;
import dev.streamgate.model.json.MalformedJsonException;
import dev.streamgate.model.json.WireJson;
import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.common.media.type.MediaType;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpMediaType;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads and writes the JSON bodies of the APIs (API §1).
public final class JsonHttp {
  /// The largest body that is read, in bytes.
  public static final int MAX_BODY = 64 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(JsonHttp.class);
  private static final Status PAYLOAD_TOO_LARGE = Status.create(413, "Content Too Large");
  private static final Header CONTENT_TYPE =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json; charset=utf-8");
  private static final Header NO_STORE =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

  private JsonHttp() {}

  /// The body of a request as one JSON object.
  ///
  /// @throws Problem 415 unless it is announced as JSON, 413 if it is too large, 400 if it is not
  ///   an object of this shape
  public static <T> T read(ServerRequest request, Class<T> type) {
    return read(request, type, MAX_BODY);
  }

  /// Like {@link #read(ServerRequest, Class)}, for a body of up to `limit` bytes.
  public static <T> T read(ServerRequest request, Class<T> type, int limit) {
    if (!isJson(request)) {
      throw Problem.of(Status.UNSUPPORTED_MEDIA_TYPE_415, "Content-Type must be application/json");
    }
    byte[] body = readBytes(request, limit);
    try {
      if (!WireJson.tree(body).isObject()) {
        throw Problem.invalidBody();
      }
      return WireJson.read(body, type);
    } catch (MalformedJsonException e) {
      throw Problem.invalidBody();
    }
  }

  /// The raw body of a request.
  ///
  /// @throws Problem 413 if it is longer than `limit` bytes, 400 if it cannot be put together
  /// @throws CloseConnectionException if the client breaks off; nobody is left to be answered
  public static byte[] readBytes(ServerRequest request, int limit) {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try (InputStream in = request.content().inputStream()) {
      byte[] body = in.readNBytes(limit + 1);
      if (body.length > limit) {
        throw tooLarge("Request body too large");
      }
      return body;
    } catch (IllegalArgumentException e) {
      throw Problem.invalidBody(); // its pieces are not what RFC 9112 §7.1 calls chunks
    } catch (IOException | UncheckedIOException | InsufficientDataAvailableException e) {
      LOG.debug("a client broke off in the middle of its request: {}", e.toString());
      throw new CloseConnectionException("reading a request body", e);
    }
  }

  /// The refusal of a request that brings more than is taken at once.
  public static Problem tooLarge(String error) {
    return Problem.of(PAYLOAD_TOO_LARGE, error);
  }

  /// Whether the request announces a JSON body.
  public static boolean isJson(ServerRequest request) {
    return announces(request, MediaTypes.APPLICATION_JSON);
  }

  /// Whether the request announces a body of this type.
  public static boolean announces(ServerRequest request, MediaType type) {
    return request
        .headers()
        .contentType()
        .map(HttpMediaType::mediaType)
        .map(MediaType::text)
        .filter(type.text()::equalsIgnoreCase)
        .isPresent();
  }

  /// Answers 200 with the object itself.
  public static void send(ServerRequest request, ServerResponse response, Object body) {
    send(request, response, Status.OK_200, body);
  }

  /// Answers 200 with `{"data": …}`.
  public static void sendData(ServerRequest request, ServerResponse response, Object data) {
    send(request, response, Status.OK_200, new Data<>(data));
  }

  /// Answers with the object itself.
  public static void send(
      ServerRequest request, ServerResponse response, Status status, Object body) {
    response.status(status).header(CONTENT_TYPE).header(NO_STORE);
    Body.send(request, response, WireJson.bytes(body));
  }

  /// Answers 204.
  public static void sendNothing(ServerResponse response) {
    response.status(Status.NO_CONTENT_204).header(NO_STORE).send();
  }
}
