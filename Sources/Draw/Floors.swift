import Drawing
import Foundation

/// The floors of this package, each with an arrow to those it stands on: `draw floors`.
///
/// What stands on what is read from the files' imports, so the map cannot say otherwise.
enum Floors {
  private static let summaries = [
    ("Notebook", "tables, pictures, bars, options, checks"), ("Training", "the loop around a step"),
    ("Layers", "nets from parts"), ("Optimizers", "what a step changes"),
    ("Datasets", "pictures found, fetched, checked"), ("Safetensors", "nets in files"),
    ("Images", "photographs for a net"),
    ("Plots", "charts"), ("Drawing", "nets as figures"), ("Autograd", "tensors, tape, operations"),
    ("OneDNNKernels", "the loops, fast"), ("Kernels", "the loops, to be read"),
  ]

  static func map() throws -> DependencyMap {
    let sources = URL(filePath: #filePath).appending(path: "../..").standardized
    let items = try summaries.map { name, summary in
      DependencyMap.Item(name, summary, needs: try imports(in: sources.appending(path: name)))
    }
    return DependencyMap("The floors of the package", items)
  }

  private static func imports(in folder: URL) throws -> Set<String> {
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    var found: Set<String> = []
    for file in files where file.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for line in text.split(separator: "\n") where line.hasPrefix("import ") {
        found.insert(String(line.split(separator: " ").last!))
      }
    }
    return found
  }
}
