import Foundation
import Plots
import Sentences

extension Graph {
  /// The net as one HTML file, which opens stages and blocks and steps through them, forward and, if the
  /// graph has gradients, back.
  ///
  /// It needs no network and no other file. `#open=s2,s2b1&step=9` behind its address opens stage 2 and its
  /// first block, and goes to the ninth step.
  ///
  /// - Parameters:
  ///   - title: what the net is called on the page; its type if none is given.
  ///   - look: its theme and its language.
  public func page(title: String? = nil, _ look: Look = Look()) throws -> Data {
    let (words, page) = (Words(look.language), PageWords(look.language))
    let name = title ?? self.name
    let places: [(String, String)] = [
      ("LANGUAGE", look.language == .english ? "en" : "zh"), ("TITLE", escaped(name)),
      ("HINT", escaped(page(.hint))), ("DESCRIPTION", escaped(page(.description, name))),
      ("STEPS", page(.steps)), ("PREVIOUS", page(.previous)), ("NEXT", page(.next)),
      ("OPENALL", page(.openAll)), ("CLOSEALL", page(.closeAll)),
      ("STYLE", palette(look.theme) + text(PackageResources.page_css)),
      ("SCRIPT", script), ("DATA", try PageData(self, words).json()),
    ]
    return Data(filled(text(PackageResources.page_html), places).utf8)
  }
}

/// The template with each name in capitals replaced once it stands there, in one pass, so that no text is
/// taken for a name.
private func filled(_ template: String, _ places: [(String, String)]) -> String {
  let values = Dictionary(uniqueKeysWithValues: places)
  var (out, word) = ("", "")
  for letter in template + "\n" {
    if letter.isASCII, letter.isUppercase {
      word.append(letter)
      continue
    }
    out += values[word] ?? word
    word = ""
    out.append(letter)
  }
  return String(out.dropLast())
}

/// The parts of the page's script, in the order in which they need each other.
private var script: String {
  [
    PackageResources.data_js, PackageResources.seen_js, PackageResources.place_js,
    PackageResources.route_js, PackageResources.paint_js, PackageResources.lines_js,
    PackageResources.facts_js, PackageResources.steps_js, PackageResources.start_js,
  ].map(text).joined(separator: "\n")
}

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// The colors of the figures as properties of CSS.
private func palette(_ theme: Theme) -> String {
  let lines: [(String, Color)] = [
    ("paper", .paper), ("ink", .ink), ("muted", .muted), ("rule", .rule), ("edge", .faint),
    ("band", .band), ("around", .shortcut), ("back", .gradient), ("focus", .blue),
    ("wrong", .orange),
    ("weights-line", Color.Box.weights.line),
  ]
  let boxes: [(String, Color.Box)] = [
    ("weights", .weights), ("norm", .norm), ("activation", .activation), ("sum", .sum),
    ("weightless", .weightless),
  ]
  func rules(_ theme: Theme) -> String {
    let root = lines.map { "--\($0): \(theme($1)); " }.joined()
    let kinds = boxes.map { name, box in
      ".\(name) { --fill: \(theme(box.fill)); --line: \(theme(box.line)); }"
    }
    let scheme = theme == .dark ? "dark" : "light"
    return ":root { \(root)color-scheme: \(scheme); }\n" + kinds.joined(separator: "\n") + "\n"
  }
  guard theme == .auto else { return rules(theme) }
  return rules(.light) + "@media (prefers-color-scheme: dark) {\n\(rules(.dark))}\n"
}
