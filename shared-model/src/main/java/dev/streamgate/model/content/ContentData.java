package dev.streamgate.model.content;

/// The frame of every good answer of the content API; `success` is true.
public record ContentData<T>(boolean success, T data) {
  public static <T> ContentData<T> of(T data) {
    return new ContentData<>(true, data);
  }
}
