import Drawing
import Plots
import Sentences

/// Figures for the purpose that was asked for; while a page is woven, those for slides and phones beside
/// them, which its deck and narrow windows show.
extension Figures {
  /// Writes a picture.
  func write(_ picture: Picture, as name: String) throws {
    let shown: Picture? =
      switch look.purpose {
      case .page: picture
      case .slide: picture.onSlide()
      case .phone: picture.phone?()
      }
    try (shown ?? picture).write(to: file(name), as: format, theme: look.theme)
    guard Woven.isOn else { return }
    for (version, purpose) in [(picture.onSlide(), Purpose.slide), (picture.phone?(), .phone)] {
      try version?.write(to: file(name + "-\(purpose)"), as: format, theme: look.theme)
    }
  }

  /// Writes a diagram and returns it.
  func write(_ draw: (Look) throws -> Diagram, as name: String) throws -> Diagram {
    let format = Format(rawValue: format.rawValue)!
    let diagram = try drawn(draw)
    try diagram.write(to: file(name), as: format)
    guard Woven.isOn else { return diagram }
    for purpose in [Purpose.slide, .phone] {
      var other = look
      other.purpose = purpose
      // What a slide or a phone has no room for is left out; the page's figure stands in its place.
      guard let version = try fitting(draw, other) else { continue }
      try version.write(to: file(name + "-\(purpose)"), as: format)
    }
    return diagram
  }

  /// For the purpose that was asked for or, with a note, for a page.
  private func drawn(_ draw: (Look) throws -> Diagram) throws -> Diagram {
    if look.purpose == .page { return try draw(look) }
    var page = look
    page.purpose = .page
    do { return try draw(look) } catch let refusal as SentenceError {
      note("Drawn for a page. \(refusal)")
      return try draw(page)
    }
  }

  private func fitting(_ draw: (Look) throws -> Diagram, _ look: Look) throws -> Diagram? {
    do { return try draw(look) } catch is SentenceError { return nil }
  }
}
