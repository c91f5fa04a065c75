package dev.streamgate.server.grants.jwt;

import dev.streamgate.model.json.WireJson;
import io.jsonwebtoken.io.AbstractSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/// Writes the headers of tokens with our codec. The library's own would keep buffers of 16 KB for
/// each thread that ever signed a token, which is one for each viewer.
final class WireJsonSerializer extends AbstractSerializer<Map<String, ?>> {
  @Override
  protected void doSerialize(Map<String, ?> header, OutputStream out) throws IOException {
    out.write(WireJson.bytes(header));
  }
}
