package dev.streamgate.console.dashboard;

import dev.streamgate.console.text.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.chart.AreaChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.util.StringConverter;

/// The number of viewers over the last half hour as an area; time runs to the right.
final class ViewerChart {
  private static final double MINUTES = 30;
  private static final double TICK = 5;

  private final Catalogue texts;
  private final InstantSource clock;
  private final XYChart.Series<Number, Number> series = new XYChart.Series<>();
  private final NumberAxis viewers = new NumberAxis(0, 10, 2);
  private final AreaChart<Number, Number> chart;

  ViewerChart(Catalogue texts, InstantSource clock) {
    this.texts = texts;
    this.clock = clock;
    NumberAxis time = new NumberAxis(-MINUTES, 0, TICK);
    time.setTickLabelFormatter(new Minutes());
    time.setMinorTickVisible(false);
    viewers.setMinorTickVisible(false);
    viewers.setAutoRanging(false);
    chart = new AreaChart<>(time, viewers);
    chart.setId("viewersChart");
    chart.setLegendVisible(false);
    chart.setAnimated(false);
    chart.setCreateSymbols(false);
    chart.getData().add(series);
    chart.setAccessibleText(texts.get("chartTitle"));
  }

  Node node() {
    return chart;
  }

  void show(List<ViewerHistory.Sample> samples) {
    Instant now = clock.instant();
    List<XYChart.Data<Number, Number>> points = new ArrayList<>();
    long highest = 0;
    for (ViewerHistory.Sample sample : samples) {
      points.add(new XYChart.Data<>(minutes(now, sample.at()), sample.viewers()));
      highest = Math.max(highest, sample.viewers());
    }
    if (!samples.isEmpty()) {
      points.add(new XYChart.Data<>(0, samples.getLast().viewers()));
    }
    series.getData().setAll(points);
    double step = step(highest);
    viewers.setTickUnit(step);
    viewers.setUpperBound(Math.max(step * 4, step * Math.ceil(highest * 1.1 / step)));
    chart.setAccessibleText(
        texts.get("chartNow", samples.isEmpty() ? 0 : samples.getLast().viewers()));
  }

  private static double minutes(Instant now, Instant at) {
    return -Math.min(MINUTES, Duration.between(at, now).toMillis() / 60_000.0);
  }

  /// 1, 2 or 5 times a power of ten, so that about four lines are drawn.
  private static double step(long highest) {
    double rough = Math.max(1, highest / 4.0);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double first = rough / power;
    double nice = first <= 1 ? 1 : first <= 2 ? 2 : first <= 5 ? 5 : 10;
    return nice * power;
  }

  private final class Minutes extends StringConverter<Number> {
    @Override
    public String toString(Number minutes) {
      return minutes.intValue() == 0
          ? texts.get("now")
          : texts.get("minutesAgo", -minutes.intValue());
    }

    @Override
    public Number fromString(String text) {
      return 0;
    }
  }
}
