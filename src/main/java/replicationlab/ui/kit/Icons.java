package replicationlab.ui.kit;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The pictures on buttons, each named after what it stands for. */
public enum Icons {
  RUN(Feather.PLAY),
  RUN_ALL(Feather.FAST_FORWARD),
  CHECK(Feather.CHECK_SQUARE),
  CANCEL(Feather.SQUARE),
  AGAIN(Feather.ROTATE_CW),
  RESET(Feather.ROTATE_CCW),
  BACK_IN_TIME(Feather.CORNER_UP_LEFT),
  MORE(Feather.MORE_VERTICAL),
  COPY(Feather.COPY),
  COPIED(Feather.CHECK),
  FIND(Feather.SEARCH),
  CLEAR(Feather.TRASH_2),
  CLOSE(Feather.X),
  UP(Feather.CHEVRON_UP),
  DOWN(Feather.CHEVRON_DOWN),
  SHUT(Feather.CHEVRON_RIGHT),
  TO_END(Feather.ARROW_DOWN),
  PASSED(Feather.CHECK_CIRCLE),
  ASSISTED(Feather.CHECK),
  SKIPPED(Feather.SKIP_FORWARD),
  HINT(Feather.LIFE_BUOY),
  GO_ON(Feather.ARROW_RIGHT),
  ANY(Feather.SHUFFLE),
  FAILED(Feather.X_CIRCLE),
  UNDETERMINED(Feather.HELP_CIRCLE),
  READY(Feather.CIRCLE),
  WAITING(Feather.CLOCK),
  WARNING(Feather.ALERT_TRIANGLE),
  NEWS(Feather.INFO),
  DOWNLOAD(Feather.DOWNLOAD),
  SEALED(Feather.LOCK),
  EDITED(Feather.EDIT_3),
  CLASS(Feather.USERS),
  PAUSE(Feather.PAUSE),
  TO_BEGINNING(Feather.CHEVRONS_LEFT),
  BACK(Feather.CHEVRON_LEFT),
  FORWARD(Feather.CHEVRON_RIGHT),
  TO_LAST(Feather.CHEVRONS_RIGHT),
  FOLDER(Feather.FOLDER),
  FILE(Feather.FILE_TEXT),
  PORT(Feather.SHARE_2),
  PROCESS(Feather.CPU),
  SERVER(Feather.DATABASE),
  OUTLINE(Feather.LIST),
  OVERVIEW(Feather.GRID),
  HOME(Feather.HOME),
  SLIDE(Feather.MONITOR),
  READING(Feather.BOOK),
  LAB(Feather.BOOK_OPEN),
  CHECKER(Feather.SHIELD),
  CONSOLE(Feather.ALIGN_LEFT),
  TERMINAL(Feather.TERMINAL),
  SAVE(Feather.SAVE),
  UNDO(Feather.CORNER_UP_LEFT),
  REDO(Feather.CORNER_UP_RIGHT),
  CHANGES(Feather.GIT_COMMIT),
  EDIT(Feather.EDIT_2),
  XRAY(Feather.COLUMNS),
  RELOAD(Feather.REFRESH_CW),
  SMALLER(Feather.MINUS),
  BIGGER(Feather.PLUS),
  LASER(Feather.TARGET),
  SWAP(Feather.REPEAT),
  MEND(Feather.TOOL),
  WHOLE_WINDOW(Feather.MAXIMIZE_2),
  BACK_TO_PLACE(Feather.MINIMIZE_2);

  private final Feather feather;

  Icons(Feather feather) {
    this.feather = feather;
  }

  /** A new node with this picture; its size and colour come from the style sheets. */
  public FontIcon node(String... styleClasses) {
    FontIcon icon = new FontIcon(feather);
    icon.getStyleClass().addAll(styleClasses);
    return icon;
  }
}
