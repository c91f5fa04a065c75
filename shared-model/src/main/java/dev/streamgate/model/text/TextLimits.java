package dev.streamgate.model.text;

/// The longest texts that are taken, in characters (Spec, rules §12).
public final class TextLimits {
  public static final int TITLE = 200;
  public static final int LABEL = 200;
  public static final int DESCRIPTION = 5_000;
  public static final int URL = 2_048;

  private TextLimits() {}
}
