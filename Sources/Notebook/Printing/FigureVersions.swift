import Drawing
import Plots

/// Figures for the purpose that was asked for; while a page is woven, those for slides beside them, which its
/// deck takes.
extension Figures {
  /// Writes a picture.
  func write(_ picture: Picture, as name: String) throws {
    let slide = picture.slide?()
    let shown = look.purpose == .slide ? slide ?? picture : picture
    try shown.write(to: file(name), as: format, theme: look.theme)
    if Woven.isOn { try slide?.write(to: file(name + "-slide"), as: format, theme: look.theme) }
  }

  /// Writes a diagram and returns it.
  func write(_ draw: (Look) throws -> Diagram, as name: String) throws -> Diagram {
    let format = Format(rawValue: format.rawValue)!
    let diagram = try draw(look)
    try diagram.write(to: file(name), as: format)
    if Woven.isOn {
      var slide = look
      slide.purpose = .slide
      try draw(slide).write(to: file(name + "-slide"), as: format)
    }
    return diagram
  }
}
