import Foundation
import Sentences

extension Picture {
  /// The picture as PNG or PDF, converted from its SVG by librsvg's program `rsvg-convert`.
  ///
  /// The library is not linked, so that it is needed only for these formats.
  ///
  /// - Throws: `SentenceError` if the program is not installed, or with its message if it fails.
  func converted(to format: PictureFormat, _ theme: Theme) throws -> Data {
    let folder = FileManager.default.temporaryDirectory.appending(path: "picture-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (source, result) = (folder.appending(path: "in.svg"), folder.appending(path: "out"))
    let messages = folder.appending(path: "messages")
    let convert = Process()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      // PNG and PDF have no dark mode, so `auto` is light.
      try Data(enlarged.svg(theme == .auto ? .light : theme).utf8).write(to: source)
      try Data().write(to: messages)
      convert.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      convert.arguments = [
        "rsvg-convert", "--format", format.rawValue, "--zoom", format == .png ? "2" : "1",
        "--output", result.path, source.path,
      ]
      // With a constant date the same picture gives the same bytes.
      convert.environment = ProcessInfo.processInfo.environment.merging(
        ["SOURCE_DATE_EPOCH": "0"]) { $1 }
      convert.standardInput = FileHandle.nullDevice
      convert.standardOutput = FileHandle.nullDevice
      convert.standardError = try FileHandle(forWritingTo: messages)
      try convert.run()
    } catch {
      throw SentenceError("A picture cannot be made \(format.rawValue) of: \(error)")
    }
    convert.waitUntilExit()
    if convert.terminationStatus == 127 {
      throw SentenceError(
        "\(format.rawValue.uppercased()) is made by rsvg-convert, and it is not here. On Debian: "
          + "apt-get install librsvg2-bin. SVG needs nothing.")
    }
    guard convert.terminationStatus == 0, let data = try? Data(contentsOf: result) else {
      let said = (try? String(contentsOf: messages, encoding: .utf8)) ?? ""
      throw SentenceError("rsvg-convert could not draw \u{201C}\(title)\u{201D}: \(said)")
    }
    return data
  }

  /// The picture with the pixels of small images repeated, because librsvg blurs them.
  private var enlarged: Picture {
    var copy = self
    copy.marks = marks.map { mark in
      guard case .image(let pixels, let x, let y, let width, let height) = mark,
        Double(pixels.width) <= 2 * width
      else { return mark }
      return .image(pixels.enlarged(by: 8), x: x, y: y, width: width, height: height)
    }
    return copy
  }
}
