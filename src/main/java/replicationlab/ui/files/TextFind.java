package replicationlab.ui.files;

import java.util.Locale;
import org.fxmisc.richtext.CodeArea;
import replicationlab.ui.kit.FindBar;

/** Searches the text, downwards and round. */
final class TextFind extends FindBar {

  private final CodeArea area;

  /** Where the search began: while its words are typed, each letter searches from there. */
  private int begin;

  TextFind(CodeArea area) {
    super(area, "Find in this file", false);
    this.area = area;
  }

  @Override
  public void open() {
    begin = area.getSelection().getStart();
    String selected = area.getSelectedText();
    if (!selected.isEmpty() && !selected.contains("\n")) {
      want(selected);
    }
    super.open();
  }

  @Override
  protected void typed() {
    down(begin);
  }

  @Override
  protected void search(boolean up) {
    if (up) {
      up(area.getSelection().getStart() - 1);
    } else {
      down(area.getSelection().getEnd());
    }
    begin = area.getSelection().getStart();
  }

  private void down(int start) {
    String text = area.getText().toLowerCase(Locale.ROOT);
    String sought = wanted();
    int at = text.indexOf(sought, Math.min(start, text.length()));
    show(at < 0 ? text.indexOf(sought) : at, sought);
  }

  private void up(int end) {
    String text = area.getText().toLowerCase(Locale.ROOT);
    String sought = wanted();
    int at = text.lastIndexOf(sought, end);
    show(at < 0 ? text.lastIndexOf(sought) : at, sought);
  }

  private void show(int at, String sought) {
    if (sought.isEmpty()) {
      area.moveTo(Math.min(begin, area.getLength()));
      area.requestFollowCaret();
      say("");
    } else if (at < 0) {
      say("not found");
    } else {
      area.selectRange(at, at + sought.length());
      area.requestFollowCaret();
      say("line " + (area.getCurrentParagraph() + 1));
    }
  }
}
