/// Playback tokens as signed JWTs (RFC 7519), held to a narrower form than the RFC allows.
@NullMarked
package dev.streamgate.server.grants.jwt;

import org.jspecify.annotations.NullMarked;
