package replicationlab.ui.diagram;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import replicationlab.diagram.NodeKind;

/** The drawing of each kind of node: a filled body and strokes over it, on a field of 24 by 24. */
enum Glyph {
  SERVER(
      "M4 2.5h16a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 10V4"
          + "A1.5 1.5 0 0 1 4 2.5z M4 12.5h16a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5H4"
          + "A1.5 1.5 0 0 1 2.5 20v-6A1.5 1.5 0 0 1 4 12.5z",
      "M6.5 7h.01 M10 7h.01 M14 7h4 M6.5 17h.01 M10 17h.01 M14 17h4"),
  BALANCER(
      "M10 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8z",
      "M1.5 12H6 M14 12h8 M19.5 9.5l2.5 2.5l-2.5 2.5 M13 9l6.5-5.5 M16.5 3h3.5v3.5"
          + " M13 15l6.5 5.5 M16.5 21h3.5v-3.5"),
  CLIENT(
      "M3.5 3.5h17a1.5 1.5 0 0 1 1.5 1.5v10a1.5 1.5 0 0 1-1.5 1.5h-17A1.5 1.5 0 0 1 2 15V5"
          + "a1.5 1.5 0 0 1 1.5-1.5z",
      "M12 16.5V21 M7.5 21h9"),
  CLIENTS(
      "M9 4a3.7 3.7 0 1 0 0 7.4a3.7 3.7 0 1 0 0-7.4z M1.5 20.5v-1a5.3 5.3 0 0 1 5.3-5.3h4.4"
          + "a5.3 5.3 0 0 1 5.3 5.3v1z",
      "M15.3 4.2a3.7 3.7 0 0 1 0 7 M18.2 14.4a5.3 5.3 0 0 1 4.3 5.1v1"),
  USER(
      "M12 3a4.3 4.3 0 1 0 0 8.6a4.3 4.3 0 1 0 0-8.6z M3.5 21v-1a6 6 0 0 1 6-6h5a6 6 0 0 1 6 6v1z",
      ""),
  LAPTOP(
      "M5 4.5h14a1.3 1.3 0 0 1 1.3 1.3V15H3.7V5.8A1.3 1.3 0 0 1 5 4.5z M1.5 15h21v1.5"
          + "a2.5 2.5 0 0 1-2.5 2.5H4a2.5 2.5 0 0 1-2.5-2.5z",
      "M10 17h4"),
  OFFICE(
      "M4.5 21.5V3.5a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1v18z M15.5 9h3a1 1 0 0 1 1 1v11.5h-4z",
      "M8 6.5h1 M11.5 6.5h1 M8 10.5h1 M11.5 10.5h1 M8 14.5h1 M11.5 14.5h1 M2 21.5h20"),
  CLOUD("M7 19a5 5 0 0 1-.6-9.96A6.2 6.2 0 0 1 18.2 9.6A4.8 4.8 0 0 1 17.5 19z", ""),
  DISK(
      "M3.5 5.5c0-1.7 3.8-3 8.5-3s8.5 1.3 8.5 3v13c0 1.7-3.8 3-8.5 3s-8.5-1.3-8.5-3z",
      "M3.5 5.5c0 1.7 3.8 3 8.5 3s8.5-1.3 8.5-3 M3.5 12c0 1.7 3.8 3 8.5 3s8.5-1.3 8.5-3"),
  ARCHIVE("M2 3.5h20v5H2z M3.5 8.5h17v12h-17z", "M9.5 12.5h5"),
  LOCK(
      "M5.5 10.5h13a1.2 1.2 0 0 1 1.2 1.2v8.6a1.2 1.2 0 0 1-1.2 1.2h-13a1.2 1.2 0 0 1-1.2-1.2"
          + "v-8.6a1.2 1.2 0 0 1 1.2-1.2z",
      "M7.8 10.5V6.7a4.2 4.2 0 0 1 8.4 0v3.8 M12 14.5v3"),
  FILE(
      "M6 2.5h8l5.5 5.5v12.5a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-17a1 1 0 0 1 1-1z",
      "M14 2.5v5.5h5.5 M8.5 13h7 M8.5 17h5"),
  LOG(
      "M1.5 6.5h6v11h-6z M9 6.5h6v11H9z M16.5 6.5h6v11h-6z",
      "M3.5 10h2 M3.5 13.5h2 M11 10h2 M11 13.5h2 M18.5 10h2"),
  TABLE("M2.5 3.5h19v17h-19z", "M2.5 9h19 M2.5 14.7h19 M9.5 3.5v17"),
  TRIGGER("M13.5 2L4 13.5h7L10 22l9.5-12h-7z", ""),
  BUFFER(
      "M5.5 5.5h13v13h-13z",
      "M9.5 9.5h5v5h-5z M9 2v3.5 M15 2v3.5 M9 18.5V22 M15 18.5V22 M2 9h3.5 M2 15h3.5"
          + " M18.5 9H22 M18.5 15H22"),
  PROCESS("M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 1 0 0-19z", "M10 8l6 4l-6 4z"),
  DAEMON(
      "M19.0 9.8L21.7 10.3L21.7 13.7L19.0 14.2L18.5 15.4L20.0 17.7L17.7 20.0L15.4 18.5L14.2"
          + " 19.0L13.7 21.7L10.3 21.7L9.8 19.0L8.6 18.5L6.3 20.0L4.0 17.7L5.5 15.4L5.0 14.2L2.3"
          + " 13.7L2.3 10.3L5.0 9.8L5.5 8.6L4.0 6.3L6.3 4.0L8.6 5.5L9.8 5.0L10.3 2.3L13.7 2.3L14.2"
          + " 5.0L15.4 5.5L17.7 4.0L20.0 6.3L18.5 8.6z",
      "M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6z"),
  RULE("M12 2L22 12L12 22L2 12z", "M12 7.5v5.5 M12 16.5h.01"),
  TEXT("", "");

  private static final double FIELD = 24;

  private final String body;
  private final String strokes;

  Glyph(String body, String strokes) {
    this.body = body;
    this.strokes = strokes;
  }

  static Glyph of(NodeKind kind) {
    return valueOf(kind.name());
  }

  /** Draws it, this many pixels wide and high. */
  Node draw(double size) {
    Group drawing = new Group(path(body, "glyph-body"), path(strokes, "glyph-strokes"));
    drawing.getTransforms().add(new Scale(size / FIELD, size / FIELD));
    return new Group(drawing);
  }

  private static SVGPath path(String content, String styleClass) {
    SVGPath path = new SVGPath();
    path.setContent(content);
    path.getStyleClass().add(styleClass);
    return path;
  }
}
