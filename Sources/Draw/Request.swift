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
  let net: DrawableNet
  let view: View
  let format: Format
  let input: [Int]
  let look: Look
  /// The path of the file, or `-`.
  let output: String

  /// - Throws: `ValidationError` that says what is wrong, with the most similar name for an unknown one.
  init(_ options: Draw) throws {
    net = try named(options.net, "net", among: nets.map { ($0.name, $0) })
    view = try named(options.view, "view")
    let ending = options.output.map { URL(fileURLWithPath: $0).pathExtension } ?? ""
    let folder = options.output == nil ? "Figures/" : options.output.flatMap(folder)
    let isStandard = ending.isEmpty || folder != nil
    format = try named(options.format ?? (isStandard ? "svg" : ending), "format")
    let standard = "\(net.name)-\(view).\(format)"
    output = folder.map { $0 + standard } ?? options.output!
    guard let given = shape(from: options.input ?? written(net.input)) else {
      throw ValidationError(
        "--input is \(options.input!); it must be channels, height and width, like \(written(net.input))"
      )
    }
    input = given
    if let problem = net.problem(with: input) { throw ValidationError(problem) }
    if let depth = options.depth, depth < 0 {
      throw ValidationError("--depth is \(depth); it must be at least 0")
    }
    if view == .columns, options.direction?.lowercased() == "lr" {
      throw ValidationError(
        "--direction lr is not for columns: they are side by side, and each is read from top to bottom"
      )
    }
    if view != .nested, options.depth != nil {
      throw ValidationError("--depth is for --view nested; \(view) has no nested layers")
    }
    if view != .nested, options.details {
      throw ValidationError("--details is for --view nested; the other views have no such tables")
    }
    if !(24...2400).contains(options.dpi) {
      throw ValidationError("--dpi is \(options.dpi); it must be from 24 to 2400")
    }
    look = Look(
      direction: try options.direction.map { try named($0, "direction") },
      theme: try named(options.theme, "theme"), depth: options.depth, expands: options.expand,
      isDetailed: options.details)
  }

  func diagram() throws -> Diagram { try graph().diagram(view, look) }

  /// The computation graph of the net.
  func graph() -> Graph {
    var random = Random(seed: 1)
    return graph(of: net.make(&random))
  }

  /// For the tape there is also a backward pass, so that there are gradients to show.
  private func graph(of net: some Layer) -> Graph {
    guard view == .tape else { return Graph(of: net, input: [1] + input) }
    var random = Random(seed: 1)
    let tape = Tape(.evaluation, keepsValues: true)
    let y = net(tape.watch(.normal([1] + input, using: &random)))
    return Graph(of: net, loss: y.shape.count == 2 ? crossEntropy(y, [0]) : (y * y).mean())
  }
}

/// The path with a slash at its end if it names a folder, because it has one or because there is one.
private func folder(_ path: String) -> String? {
  path.hasSuffix("/") ? path : isFolder(path) ? path + "/" : nil
}
