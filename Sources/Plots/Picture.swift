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
  /// The same for a phone, 358 CSS pixels wide, with type of at least 14; `nil` if it is as it is.
  package var phone: (@Sendable () -> Picture)?
  /// How much larger than its points it is shown.
  var enlargement = 1.0
  /// In drawing order.
  var marks: [Mark] = []

  init(width: Double, height: Double, title: String, description: String = "") {
    (self.width, self.height) = (width, height)
    (self.title, self.description) = (title, description)
  }
}

extension Picture {
  /// The picture as a slide shows it: as large as one has room for.
  package func onSlide() -> Picture {
    var picture = slide?() ?? self
    let sizes = Sizes(.slide)
    picture.enlargement = min(
      sizes.width / picture.width, (sizes.height ?? .infinity) / picture.height)
    return picture
  }

  /// The width at which a picture is drawn that a phone shows.
  static let phoneWidth = 280.0

  /// The picture, `phoneWidth` points wide, as wide as a phone's screen: its type of 11 points has 14.
  func onPhone() -> Picture {
    var picture = self
    picture.enlargement = Sizes(.phone).width / Self.phoneWidth
    return picture
  }
}
