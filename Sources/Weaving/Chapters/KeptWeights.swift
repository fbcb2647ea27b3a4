import Foundation

/// The nets that chapters learned when they were woven, kept for the labs that load them.
///
/// They lie in `.build/woven/weights`, and are those of the best epoch. A chapter's page does not depend on
/// whether its net is kept.
struct KeptWeights {
  let repository: Repository

  /// The chapters whose net a lab loads, by the lab's name.
  private static let chapters = ["digits": 2]

  /// The script of a book that holds the net for a lab; `nil` if there is none.
  func script(for lab: String) -> String? {
    guard let number = Self.chapters[lab], repository.exists(Self.path(number)) else { return nil }
    return "live/chapter\(number)-weights.js"
  }

  /// The text of that script: the safetensors file, in base64.
  func text(for lab: String) throws -> String {
    Self.text(try Data(contentsOf: repository.file(Self.path(Self.chapters[lab]!))))
  }

  static func text(_ file: Data) -> String {
    "var liveWeights = \"\(file.base64EncodedString())\";\n"
  }

  /// The options with which the chapter is run.
  func options(for number: Int) throws -> [String] {
    guard Self.chapters.values.contains(number) else { return [] }
    try FileManager.default.createDirectory(
      at: repository.file(Self.folder), withIntermediateDirectories: true)
    return ["--save", repository.file(Self.path(number, "-new")).path]
  }

  /// Replaces what was kept by what the chapter has just saved, once its page is published.
  func keep(_ number: Int) throws {
    guard Self.chapters.values.contains(number) else { return }
    let file = repository.file(Self.path(number))
    try? FileManager.default.removeItem(at: file)
    try FileManager.default.moveItem(
      at: repository.file(Self.path(number, "-new-best")), to: file)
    try FileManager.default.removeItem(at: repository.file(Self.path(number, "-new")))
  }

  private static let folder = ".build/woven/weights"

  private static func path(_ number: Int, _ kind: String = "") -> String {
    "\(folder)/chapter\(number)\(kind).safetensors"
  }
}
