package replicationlab.ui.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.util.StringConverter;
import replicationlab.evidence.Replay;
import replicationlab.evidence.Replay.Sighting;

/** Both clusters' WAL locations over time, up to the moment that is shown. */
final class LsnChart extends LineChart<Number, Number> {

  private final NumberAxis time;
  private final NumberAxis lsn;
  private final XYChart.Series<Number, Number> primary = series("primary, written");
  private final XYChart.Series<Number, Number> standby = series("standby, replayed");
  private Replay replay = new Replay(List.of(), List.of());

  LsnChart() {
    this(new NumberAxis(), new NumberAxis());
  }

  private LsnChart(NumberAxis time, NumberAxis lsn) {
    super(time, lsn);
    this.time = time;
    this.lsn = lsn;
    time.setAutoRanging(false);
    time.setMinorTickVisible(false);
    time.setTickLabelFormatter(new Words(false));
    lsn.setAutoRanging(false);
    lsn.setMinorTickVisible(false);
    lsn.setTickLabelFormatter(new Words(true));
    setCreateSymbols(false);
    setAnimated(false);
    getData().add(primary);
    getData().add(standby);
    setMinSize(0, 0);
    getStyleClass().add("lsn-chart");
  }

  private static XYChart.Series<Number, Number> series(String name) {
    XYChart.Series<Number, Number> series = new XYChart.Series<>();
    series.setName(name);
    return series;
  }

  /** Takes another student's; the axes hold for the whole of it. */
  void show(Replay shown) {
    replay = shown;
    long[] all =
        shown.servers().stream()
            .flatMap(each -> Stream.of(each.primaryLsn(), each.standbyLsn()))
            .filter(Objects::nonNull)
            .flatMapToLong(LongStream::of)
            .toArray();
    long least = LongStream.of(all).min().orElse(0);
    long most = LongStream.of(all).max().orElse(1);
    double span = Math.max(1, most - least);
    lsn.setLowerBound((double) least);
    lsn.setUpperBound(least + span * 1.05);
    lsn.setTickUnit(span / 3);
    double seconds = shown.moments().isEmpty() ? 1 : Math.max(1, seconds(end()));
    time.setLowerBound(0);
    time.setUpperBound(seconds);
    time.setTickUnit(seconds / 4);
  }

  private Instant start() {
    return replay.moments().getFirst().at();
  }

  private Instant end() {
    Instant moment = replay.moments().getLast().at();
    return replay.servers().isEmpty() || replay.servers().getLast().at().isBefore(moment)
        ? moment
        : replay.servers().getLast().at();
  }

  private double seconds(Instant at) {
    return Duration.between(start(), at).toMillis() / 1000.0;
  }

  /** Draws what the servers had done by then. */
  void showUpTo(Instant moment) {
    primary.getData().clear();
    standby.getData().clear();
    for (Sighting sighting : replay.servers()) {
      if (sighting.at().isAfter(moment)) {
        break;
      }
      double x = seconds(sighting.at());
      if (sighting.primaryLsn() != null) {
        primary.getData().add(new XYChart.Data<>(x, sighting.primaryLsn()));
      }
      if (sighting.standbyLsn() != null) {
        standby.getData().add(new XYChart.Data<>(x, sighting.standbyLsn()));
      }
    }
  }

  /** A WAL location as PostgreSQL writes it, or minutes and seconds. */
  private static final class Words extends StringConverter<Number> {
    private final boolean location;

    Words(boolean location) {
      this.location = location;
    }

    @Override
    public String toString(Number number) {
      long whole = number.longValue();
      return location
          ? String.format(Locale.ROOT, "%X/%X", whole >> 32, whole & 0xFFFFFFFFL)
          : String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    @Override
    public Number fromString(String text) {
      throw new UnsupportedOperationException("an axis is not typed into");
    }
  }
}
