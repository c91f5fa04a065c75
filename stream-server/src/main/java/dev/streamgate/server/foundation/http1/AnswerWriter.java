package dev.streamgate.server.foundation.http1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/// Sends the answer to one request: head and body in as few calls of the system as there can be.
final class AnswerWriter implements AnswerSink {
  /// Bodies up to this are copied behind the head.
  private static final int SHORT_BODY = 16 * 1024;

  private static final byte[] CHUNKED = AnswerHead.ascii("Transfer-Encoding: chunked\r\n");
  private static final byte[] CLOSE = AnswerHead.ascii("Connection: close\r\n");
  private static final byte[] KEEP_ALIVE = AnswerHead.ascii("Connection: keep-alive\r\n");

  private final ClientChannel channel;
  private final boolean isHead;
  private final boolean isOldVersion;
  private final DateLine date;
  private boolean persistent;
  private boolean sent;
  private boolean endsWithConnection;

  /// @param persistent whether the connection is meant to go on
  AnswerWriter(ClientChannel channel, RawHead request, DateLine date, boolean persistent) {
    this(channel, date, persistent, request.isHead(), request.isOldVersion());
  }

  private AnswerWriter(
      ClientChannel channel,
      DateLine date,
      boolean persistent,
      boolean isHead,
      boolean isOldVersion) {
    this.channel = channel;
    this.date = date;
    this.persistent = persistent;
    this.isHead = isHead;
    this.isOldVersion = isOldVersion;
  }

  /// Of an answer to what could not be read, which is the last.
  static AnswerWriter ofRefusal(ClientChannel channel, DateLine date) {
    return new AnswerWriter(channel, date, false, false, false);
  }

  /// Whether the answer was sent whole and the connection can go on.
  boolean mayGoOn() {
    return sent && persistent;
  }

  /// Whether the client takes the end of the connection for the end of the body.
  boolean endsWithConnection() {
    return endsWithConnection;
  }

  @Override
  public void send(Answer answer) throws IOException {
    switch (answer.body()) {
      case AnswerBody.None none -> sendHead(head(answer, 0));
      case AnswerBody.Bytes(ByteBuffer bytes) -> sendBytes(answer, bytes.duplicate());
      case AnswerBody.Streamed streamed -> sendStreamed(answer, streamed);
    }
    sent = true;
  }

  private void sendBytes(Answer answer, ByteBuffer bytes) throws IOException {
    int length = bytes.remaining();
    boolean copied = !isHead && length <= SHORT_BODY;
    AnswerHead head = head(answer, copied ? length : 0);
    head.length(length);
    if (isHead) {
      sendHead(head);
    } else if (copied) {
      channel.write(head.end().body(bytes).toBuffer());
    } else {
      channel.write(head.end().toBuffer(), bytes);
    }
  }

  private void sendStreamed(Answer answer, AnswerBody.Streamed body) throws IOException {
    OptionalLong length = body.length();
    boolean chunked = length.isEmpty() && !isOldVersion;
    endsWithConnection = length.isEmpty() && !chunked;
    persistent &= !endsWithConnection;
    AnswerHead head = head(answer, 0);
    if (length.isPresent()) {
      head.length(length.getAsLong());
    } else if (chunked) {
      head.line(CHUNKED);
    }
    sendHead(head);
    if (isHead) {
      return;
    }
    if (chunked) {
      ChunkedChannel pieces = new ChunkedChannel(channel);
      body.source().writeTo(pieces);
      pieces.end();
    } else {
      body.source().writeTo(channel);
    }
  }

  private AnswerHead head(Answer answer, int room) {
    AnswerHead head = new AnswerHead(answer.status(), room).line(date.now());
    for (HeaderLine line : answer.headers()) {
      head.line(line);
    }
    if (!persistent) {
      head.line(CLOSE);
    } else if (isOldVersion) {
      head.line(KEEP_ALIVE);
    }
    return head;
  }

  private void sendHead(AnswerHead head) throws IOException {
    channel.write(head.end().toBuffer());
  }
}
