package dev.streamgate.console.screens;

/// German words are longer: this is where things break.
class GermanFitTest extends Fit {
  GermanFitTest() {
    super("de");
  }
}
