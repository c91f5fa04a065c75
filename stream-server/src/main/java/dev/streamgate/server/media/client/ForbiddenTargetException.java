package dev.streamgate.server.media.client;

import java.net.UnknownHostException;

/// A name leads to nothing but addresses that no source of video has.
final class ForbiddenTargetException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  ForbiddenTargetException() {
    super("an address that may not be asked (UPSTREAM_ALLOWED_HOSTS would allow its host)");
  }
}
