package dev.streamgate.console.screens;

class EnglishFitTest extends Fit {
  EnglishFitTest() {
    super("en");
  }
}
