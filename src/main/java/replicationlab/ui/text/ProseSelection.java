package replicationlab.ui.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/**
 * Words selected with the mouse, over as many paragraphs of one view as the pointer passes; a scene
 * has one such selection. Ctrl+C copies it, a click elsewhere ends it.
 */
final class ProseSelection {

  private final Scene scene;
  private final List<ProseView> views;
  private final int from;
  private int start;
  private int to;
  private int end;
  private final EventHandler<KeyEvent> keys = this::key;
  private final EventHandler<MouseEvent> presses = this::pressed;

  private ProseSelection(Scene scene, List<ProseView> views, int from, int start) {
    this.scene = scene;
    this.views = views;
    this.from = from;
    this.to = from;
    this.start = start;
    this.end = start;
  }

  /** The scene's selection; null if nothing is selected. */
  static @Nullable ProseSelection of(@Nullable Scene scene) {
    return scene != null
            && scene.getProperties().get(ProseSelection.class) instanceof ProseSelection selection
        ? selection
        : null;
  }

  /** A press in a paragraph: a word with the second click, the paragraph with the third. */
  static void begin(ProseView view, MouseEvent event) {
    Scene scene = view.getScene();
    ProseSelection before = of(scene);
    if (before != null) {
      before.end();
    }
    List<ProseView> views = new ArrayList<>();
    collect(root(view), views);
    ProseSelection selection =
        new ProseSelection(
            scene, views, views.indexOf(view), view.indexAt(event.getX(), event.getY()));
    scene.getProperties().put(ProseSelection.class, selection);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, selection.keys);
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, selection.presses);
    if (event.getClickCount() == 2) {
      selection.word(view.text());
    } else if (event.getClickCount() > 2) {
      selection.start = 0;
      selection.end = view.text().length();
    }
    selection.show();
  }

  /** The pointer has moved on with its button down. */
  void extend(MouseEvent event) {
    for (int at = 0; at < views.size(); at++) {
      ProseView view = views.get(at);
      Bounds bounds = view.localToScene(view.getBoundsInLocal());
      boolean isBelow = event.getSceneY() > bounds.getMaxY();
      if (!isBelow || at == views.size() - 1) {
        to = at;
        var point = view.sceneToLocal(event.getSceneX(), event.getSceneY());
        end = view.indexAt(point.getX(), point.getY());
        break;
      }
    }
    show();
  }

  private void word(String text) {
    BreakIterator words = BreakIterator.getWordInstance(Locale.getDefault());
    words.setText(text);
    int after = words.following(Math.clamp(start, 0, Math.max(0, text.length() - 1)));
    end = after == BreakIterator.DONE ? text.length() : after;
    int before = words.previous();
    start = before == BreakIterator.DONE ? 0 : before;
  }

  private void show() {
    for (int at = 0; at < views.size(); at++) {
      ProseView view = views.get(at);
      int length = view.text().length();
      if (at < Math.min(from, to) || at > Math.max(from, to)) {
        view.select(0, 0);
      } else if (from == to) {
        view.select(Math.min(start, end), Math.max(start, end));
      } else {
        boolean isFirst = at == Math.min(from, to);
        boolean isLast = at == Math.max(from, to);
        int upper = from < to ? start : end;
        int lower = from < to ? end : start;
        view.select(isFirst ? upper : 0, isLast ? lower : length);
      }
    }
  }

  /** What is selected, a line for each paragraph; empty after a mere click. */
  String text() {
    List<String> lines =
        views.stream().map(ProseView::selected).filter(words -> !words.isEmpty()).toList();
    return String.join("\n", lines);
  }

  private void end() {
    views.forEach(view -> view.select(0, 0));
    scene.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
    scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, presses);
    scene.getProperties().remove(ProseSelection.class);
  }

  private void pressed(MouseEvent event) {
    if (event.isPrimaryButtonDown()) {
      end();
    }
  }

  private void key(KeyEvent event) {
    boolean hasOwn =
        event.getTarget() instanceof TextInputControl
            || (event.getTarget() instanceof CodeArea area && !area.getSelectedText().isEmpty());
    if (event.isShortcutDown()
        && event.getCode() == KeyCode.C
        && !hasOwn
        && views.stream().anyMatch(view -> scene.equals(view.getScene()))
        && !text().isEmpty()) {
      copy(text());
      event.consume();
    }
  }

  static void copy(String words) {
    ClipboardContent content = new ClipboardContent();
    content.putString(words);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static Parent root(ProseView view) {
    Parent root = view;
    for (Parent at = view; at != null; at = at.getParent()) {
      if (at instanceof BlocksView) {
        root = at;
      }
    }
    return root;
  }

  private static void collect(Node node, List<ProseView> found) {
    if (node instanceof ProseView view) {
      found.add(view);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }
}
