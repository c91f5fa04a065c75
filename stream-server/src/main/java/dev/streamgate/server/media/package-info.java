/// The fast side: which path is asked for, who may have it, and how a stream is read and sent. It
/// never asks a database.
@NullMarked
package dev.streamgate.server.media;

import org.jspecify.annotations.NullMarked;
