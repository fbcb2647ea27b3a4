/// A drawing: marks at positions in points from the top left corner.
///
/// Charts make pictures; `svg` and `write(to:)` turn them into files.
public struct Picture: Sendable {
  /// The width in points: CSS pixels on a screen, 1/72 inch on paper.
  public let width: Double
  /// The height in points.
  public let height: Double
  /// The title, for screen readers and browsers.
  public let title: String
  /// What the picture shows, in a sentence or two, for screen readers.
  public let description: String
  /// The chart that it shows, if it is one that lines of characters can show, too.
  package var outline: Outline?
  /// The same in the proportions of a slide, with type that is larger beside it; `nil` if it is as it is.
  package var slide: (@Sendable () -> Picture)?
  /// In drawing order.
  var marks: [Mark] = []

  init(width: Double, height: Double, title: String, description: String = "") {
    (self.width, self.height) = (width, height)
    (self.title, self.description) = (title, description)
  }
}
