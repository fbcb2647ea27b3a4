internal import Cgraphviz
import Foundation
import Sentences
import Synchronization

/// The Graphviz library, which lays diagrams out and renders them.
///
/// It has global state and is not thread-safe, so a graph is built, laid out, rendered and freed while
/// holding one lock.
enum Graphviz {
  /// - Parameters:
  ///   - format: Graphviz' name for it: `svg`, `png`, `pdf`.
  ///   - pixelsPerInch: for PNG only; SVG and PDF would be scaled by it.
  static func render(_ diagram: Diagram, as format: String, pixelsPerInch: Int? = nil) throws
    -> Data
  {
    try lock.withLock { _ in
      try collectingMessages {
        let graph = CGraph(diagram)
        let engine = diagram.plan != nil ? "nop2" : "dot"
        defer { graph.close() }
        if let pixelsPerInch {
          let maximum = try laidOut(graph, engine) { maximumPixelsPerInch(graph) }
          graph.set("dpi", "\(min(pixelsPerInch, maximum))")
        }
        return try laidOut(graph, engine) { try data(graph, format) }
      }
    }
  }

  private static let lock = Mutex(())

  /// Created once, because it reads the list of plugins.
  nonisolated(unsafe) private static let context = gvContext()

  /// - Parameter engine: Graphviz' name for the way to lay out; `nop2` takes every place as it is given.
  private static func laidOut<Result>(
    _ graph: CGraph, _ engine: String, _ body: () throws -> Result
  ) throws -> Result {
    guard gvLayout(context, graph.root, engine) == 0 else { throw failure() }
    defer { _ = gvFreeLayout(context, graph.root) }
    // An error in a label does not make the layout fail; it is only reported.
    if agerrors() >= Int32(AGERR.rawValue) { throw failure() }
    // Set only now, because the layout would also remove the space between frames.
    graph.set("margin", "0")
    defer { graph.set("margin", "") }
    return try body()
  }

  /// The resolution at which the longer side of the image has 32,767 pixels.
  private static func maximumPixelsPerInch(_ graph: CGraph) -> Int {
    attach_attrs(graph.root)
    let corners = graph.value("bb").split(separator: ",").compactMap { Double($0) }
    let points = (corners.max() ?? 0) + 72  // an inch for the margins
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

/// Collects Graphviz' messages while `body` runs.
private func collectingMessages<Result>(_ body: () throws -> Result) rethrows -> Result {
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
