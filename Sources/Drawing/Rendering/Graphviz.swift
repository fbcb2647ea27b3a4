internal import Cgraphviz
import Foundation
import Sentences
import Synchronization

/// The layout library, in this process.
///
/// Its functions share state and are not made for threads, so everything from building a graph to
/// letting it go happens under one lock.
enum Graphviz {
  /// - Parameters:
  ///   - format: as Graphviz names it: `svg`, `png`, `pdf`.
  ///   - pixelsPerInch: for images. It would enlarge the others.
  static func render(_ diagram: Diagram, as format: String, pixelsPerInch: Int? = nil) throws
    -> Data
  {
    try lock.withLock { _ in
      try listening {
        let graph = CGraph(diagram)
        defer { graph.close() }
        if let pixelsPerInch {
          let most = try laidOut(graph) { mostPixelsPerInch(graph) }
          graph.set("dpi", "\(min(pixelsPerInch, most))")
        }
        return try laidOut(graph) { try data(graph, format) }
      }
    }
  }

  private static let lock = Mutex(())

  /// Made once: it reads the list of plugins.
  nonisolated(unsafe) private static let context = gvContext()

  private static func laidOut<Result>(_ graph: CGraph, _ body: () throws -> Result) throws -> Result
  {
    guard gvLayout(context, graph.root, "dot") == 0 else { throw failure() }
    defer { _ = gvFreeLayout(context, graph.root) }
    // What is wrong with a label is only said, not returned.
    if agerrors() >= Int32(AGERR.rawValue) { throw failure() }
    // Before a layout it would also glue neighbouring frames together.
    graph.set("margin", "0")
    defer { graph.set("margin", "") }
    return try body()
  }

  /// How finely the figure can be drawn before it becomes longer than an image may be.
  private static func mostPixelsPerInch(_ graph: CGraph) -> Int {
    attach_attrs(graph.root)
    let corners = graph.value("bb").split(separator: ",").compactMap { Double($0) }
    let points = (corners.max() ?? 0) + 72  // and some margin
    return Int(32_767 * 72 / points)
  }

  private static func data(_ graph: CGraph, _ format: String) throws -> Data {
    var bytes: UnsafeMutablePointer<CChar>?
    var count = 0
    guard gv_render(context, graph.root, format, &bytes, &count) == 0, let bytes else {
      throw failure()
    }
    defer { gvFreeRenderData(bytes) }
    return Data(bytes: bytes, count: count)
  }
}

/// Collects what Graphviz has to say while `body` runs.
private func listening<Result>(_ body: () throws -> Result) rethrows -> Result {
  messages.withLock { $0 = "" }
  let before = agseterrf { piece in
    if let piece { messages.withLock { $0 += String(cString: piece) } }
    return 0
  }
  defer { _ = agseterrf(before) }
  _ = agreseterrors()
  return try body()
}

private let messages = Mutex("")

private func failure() -> SentenceError {
  let words = messages.withLock { $0 }.split(whereSeparator: \.isWhitespace)
  let said = words.drop { $0 == "Error:" }.joined(separator: " ")
  if said.contains("not recognized") || said.contains("unavailable") {
    return SentenceError(
      "Graphviz does not find its plugins; it says \u{201C}\(said)\u{201D}. "
        + "Let it look for them, as root: `libgvc6-config-update -c`, or `dot -c`.")
  }
  return SentenceError("Graphviz cannot draw this: \(said.isEmpty ? "it does not say why." : said)")
}
