/// A drawing: marks on a page, measured in points from the top left corner.
///
/// Nothing here knows how it will be stored. Charts make pictures; `svg` and `write(to:)` keep them.
public struct Picture: Sendable {
  /// In points, of which a screen shows one per pixel and paper 72 per inch.
  public var width: Double
  public var height: Double

  /// What the picture is called, for those who hear it rather than see it.
  public var title: String

  /// What there is to see, in a sentence or two, for the same readers.
  public var description: String

  /// What is drawn, the first lowest.
  public var marks: [Mark] = []

  public init(width: Double, height: Double, title: String, description: String = "") {
    (self.width, self.height) = (width, height)
    (self.title, self.description) = (title, description)
  }
}
