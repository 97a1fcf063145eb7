package replicationlab.ui.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import replicationlab.deck.Slide;
import replicationlab.export.ExportFailed;
import replicationlab.export.ExportOrder;
import replicationlab.export.ExportWatch;
import replicationlab.export.Exported;
import replicationlab.export.Exporter;
import replicationlab.export.Form;
import replicationlab.export.Target;
import replicationlab.ui.deck.SlideView;

/**
 * Exports a deck slide by slide, so that a window that is open meanwhile goes on working. JavaFX
 * must have been started.
 */
public final class DeckExporter implements Exporter {

  @Override
  public Exported export(ExportOrder order, ExportWatch watch) throws ExportFailed {
    if (order.deck().deck().slides().isEmpty()) {
      throw new ExportFailed(order.deck().file() + " has no slides to export.");
    }
    try {
      return order.form() instanceof Form.Pictures pictures
          ? new PictureFolder(order, pictures.width(), watch).write()
          : pdf(order, watch);
    } catch (ExportFailed e) {
      throw e;
    } catch (IOException e) {
      throw Target.failed(order.target(), e);
    }
  }

  private static Exported pdf(ExportOrder order, ExportWatch watch) throws IOException {
    Target.check(order.target(), order.replace());
    Warnings warnings = new Warnings();
    String title = order.deck().deck().title();
    try (PdfFile pdf = new PdfFile(title, warnings)) {
      SlideStage stage = OnFxThread.call(() -> new SlideStage(order));
      Sheet sheet = OnFxThread.call(() -> sheet(order.form(), pdf, title, stage));
      int count = stage.slides().size();
      for (int i = 0; i < count; i++) {
        goOn(watch, i, count);
        int index = i;
        pdf.embed(stage.prepare(index));
        OnFxThread.call(() -> add(stage, sheet, index, warnings));
      }
      OnFxThread.call(() -> {
        sheet.close();
        return count;
      });
      goOn(watch, count, count);
      Target.write(
          order.target(),
          order.replace(),
          half -> {
            pdf.save(half);
            // That takes seconds of a long deck, in which somebody may have pressed Cancel.
            goOn(watch, count, count);
          });
      Path file = order.target().toAbsolutePath().normalize();
      return new Exported(List.of(file), pdf.pages(), warnings.all());
    }
  }

  private static Sheet sheet(Form form, PdfFile pdf, String title, SlideStage stage) {
    return switch (form) {
      case Form.Handout handout -> new HandoutSheet(pdf, title, handout.perPage());
      case Form.Notes _ -> new NotesSheet(pdf, title, stage.pictures());
      case Form.Slides _ -> new SlideSheet(pdf);
      case Form.Pictures _ -> throw new IllegalStateException("Pictures are no pages.");
    };
  }

  private static int add(SlideStage stage, Sheet sheet, int index, Warnings warnings)
      throws IOException {
    Slide slide = stage.slides().get(index);
    warnings.about(index + 1, slide.title());
    SlideView view = stage.build(index);
    int pages = stage.pages(view);
    for (int step = 0; step < pages; step++) {
      stage.show(view, step);
      String label = Integer.toString(index + 1) + (pages > 1 ? "." + (step + 1) : "");
      String notes = step == pages - 1 ? stage.notes(index) : "";
      sheet.add(new Sheet.PaperSlide(view, index + 1, step, label, slide.title(), notes));
    }
    stage.screen().clear();
    return pages;
  }

  static void goOn(ExportWatch watch, int done, int of) {
    if (!watch.goesOn(done, of)) {
      throw new CancellationException("The export was cancelled; nothing was written.");
    }
  }
}
