package replicationlab.ui.files;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import replicationlab.postgres.config.ConfigKind;
import replicationlab.postgres.config.ConfigProblem;
import replicationlab.postgres.config.ConfigProblems;
import replicationlab.postgres.config.Parameters;
import replicationlab.postgres.config.SampleComparison;
import replicationlab.postgres.install.Installation;

/** Looks through what is typed, beside the typing; a text that is old by then is let go. */
final class FileAnalysis {

  private final Executor background;
  private final Executor fx;
  private final Map<ConfigKind, String> samples = new HashMap<>();
  private final Map<OpenFile, String> newest = new ConcurrentHashMap<>();
  private String sampleOwner = "";

  FileAnalysis(Executor background, Executor fx) {
    this.background = background;
    this.fx = fx;
  }

  void look(OpenFile file, Parameters parameters, Installation installation) {
    String text = file.textProperty().get();
    ConfigKind kind = file.choice().kind();
    newest.put(file, text);
    background.execute(() -> {
      if (!text.equals(newest.get(file))) {
        return;
      }
      List<ConfigProblem> problems =
          ConfigProblems.of(
              kind,
              file.choice().cluster().data(),
              file.choice().path(),
              text,
              parameters,
              installation.version().major());
      String sample = sample(installation, kind);
      SampleComparison comparison =
          sample.isEmpty() ? SampleComparison.NONE : SampleComparison.of(kind, sample, text);
      fx.execute(() -> {
        if (file.textProperty().get().equals(text)) {
          file.problemsProperty().set(problems);
          file.comparisonProperty().set(comparison);
        }
      });
    });
  }

  private synchronized String sample(Installation installation, ConfigKind kind) {
    String owner = installation.bin().toString();
    if (!owner.equals(sampleOwner)) {
      samples.clear();
      sampleOwner = owner;
    }
    return samples.computeIfAbsent(
        kind, each -> SampleComparison.sample(installation, each).orElse(""));
  }
}
