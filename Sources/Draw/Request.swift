import ArgumentParser
import Autograd
import Drawing
import Files
import Foundation
import Layers
import Notebook
import Plots

/// The options of one run of the program, parsed and checked.
struct Request {
  /// Several for `compare` and `tape`, otherwise one; none for a figure of blocks.
  let drawn: [DrawableNet]
  /// The figure of blocks that is named in place of a net, without a view.
  let figure: BlockFigure?
  let view: View
  let format: FileFormat
  /// The shape of the input of each net, `[C, H, W]`.
  let inputs: [[Int]]
  let look: Look
  let isAnimated: Bool
  /// The path of the file, or `-`.
  let output: String

  /// - Throws: `ValidationError` that says what is wrong, with the most similar name for an unknown one.
  init(_ options: Draw) throws {
    figure =
      options.view == nil && options.nets.count == 1
      ? BlockFigure(rawValue: options.nets[0].lowercased()) : nil
    drawn =
      try figure != nil
      ? [] : options.nets.map { try named($0, "net", among: nets.map { ($0.name, $0) }) }
    view = try named(options.view ?? "overview", "view")
    if view != .compare, view != .tape, drawn.count > 1 {
      throw ValidationError(
        "--view \(view) draws one net, and \(drawn.count) are named; --view compare draws them side by side"
      )
    }
    let ending = options.output.map { URL(fileURLWithPath: $0).pathExtension } ?? ""
    let folder = options.output == nil ? "Figures/" : options.output.flatMap(folder)
    let isStandard = ending.isEmpty || folder != nil
    let asked = options.format ?? (isStandard ? "svg" : FileFormat.name(ending: ending))
    format = try named(asked, "format")
    let names = figure?.rawValue ?? drawn.map(\.name).joined(separator: "-")
    let standard =
      names + (format == .html || figure != nil ? "" : "-\(view)") + ".\(format.ending)"
    output = folder.map { $0 + standard } ?? options.output!
    if format == .html, options.view != nil {
      throw ValidationError(
        "--view \(view) is not for html: the page opens to every operation. Without --view it is drawn"
      )
    }
    if let figure, format == .html || options.input != nil {
      throw ValidationError("\(figure.rawValue) is no net: --format html and --input are for nets")
    }
    inputs = try figure != nil ? [] : Self.inputs(of: drawn, options.input)
    if let depth = options.depth, depth < 0 {
      throw ValidationError("--depth is \(depth); it must be at least 0")
    }
    if [.slide, .overview, .compare].contains(view), options.direction != nil {
      throw ValidationError("--direction is not for \(view), whose places are its own")
    }
    if view != .nested, options.depth != nil {
      throw ValidationError("--depth is for --view nested; \(view) has no nested layers")
    }
    if view != .nested, options.details {
      throw ValidationError("--details is for --view nested; the other views have no such tables")
    }
    isAnimated = options.animated
    if isAnimated, format != .svg {
      throw ValidationError("--animated is for svg; \(format) files do not move as it does")
    }
    if isAnimated, view == .tape {
      throw ValidationError(
        "--animated is not for tape, which shows its gradients from the beginning")
    }
    if !(24...2400).contains(options.dpi) {
      throw ValidationError("--dpi is \(options.dpi); it must be from 24 to 2400")
    }
    look = Look(
      direction: try options.direction.map { try named($0, "direction") },
      theme: try named(options.theme, "theme"), purpose: try named(options.purpose, "purpose"),
      language: try named(options.language, "language"), depth: options.depth,
      expands: options.expand,
      isDetailed: options.details)
  }

  func diagram() throws -> Diagram {
    if let figure { return try figure.diagram(look) }
    let graphs = drawn.indices.map(graph)
    if view == .tape, graphs.count > 1 { return try .tapes(of: graphs, look: look) }
    guard view == .compare else { return try graphs[0].diagram(view, look) }
    let titles = drawn.map { $0.title ?? $0.name }
    return try .comparison(
      of: zip(titles, graphs).map { (title: $0, graph: $1) }, look: look)
  }

  /// The contents of the file.
  ///
  /// - Parameter dpi: for PNG, its pixels per inch.
  func data(dpi: Int) throws -> Data {
    guard let format = format.ofDiagram else {
      return try graph().page(title: drawn[0].title ?? drawn[0].name, look)
    }
    let diagram = try isAnimated ? diagram().animated(in: look.language) : diagram()
    return try diagram.rendered(as: format, dpi: dpi)
  }

  /// The computation graph of a net.
  func graph(_ number: Int = 0) -> Graph {
    var random = Random(seed: 1)
    var graph = graph(of: drawn[number].make(&random), input: [1] + inputs[number])
    if let title = drawn[number].title ?? (drawn.count > 1 ? drawn[number].name : nil) {
      graph.name = title
    }
    return graph
  }

  /// For the tape and for a page there is also a backward pass, so that there are gradients to show.
  private func graph(of net: some Layer, input: [Int]) -> Graph {
    guard view == .tape || format == .html else { return Graph(of: net, input: input) }
    var random = Random(seed: 1)
    let tape = Tape(.evaluation, keepsValues: true)
    let y = net(tape.watch(.normal(input, using: &random)))
    return Graph(of: net, loss: y.shape.count == 2 ? crossEntropy(y, [0]) : (y * y).mean())
  }
}

/// The path with a slash at its end if it names a folder, because it has one or because there is one.
private func folder(_ path: String) -> String? {
  path.hasSuffix("/") ? path : isFolder(path) ? path + "/" : nil
}
