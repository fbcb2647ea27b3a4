/// What a figure is for, which decides how large its type is.
public enum Purpose: String, CaseIterable, Sendable {
  /// A web page or a paper, read from nearby.
  case page
  /// A slide of 960 by 540 points, read from the last row: no type below 14 points.
  case slide
  /// A page on a phone, 358 CSS pixels wide: no type below 14.
  case phone
}
