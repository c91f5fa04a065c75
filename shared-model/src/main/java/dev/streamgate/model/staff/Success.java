package dev.streamgate.model.staff;

/// The plain answer of an action that returns nothing else.
public record Success(boolean success) {
  public static final Success YES = new Success(true);
}
