import Foundation
import Sentences

/// A module of the package as it is compiled for a page: its own files, but for those that a page cannot have or
/// that others stand in for.
struct LiveUnit: Sendable {
  let name: String
  /// From the top of the repository.
  let files: [String]
  /// Whether lists of stored properties are written behind its classes, in place of reflection.
  var listsProperties = false
  /// Whether it is compiled to an object file.
  ///
  /// All others only say what is in them: with Embedded Swift their code is compiled with that of the last.
  var hasObject = false

  /// The folder of what stands in for files of the package and of the system.
  static let standIns = "Sources/Live/Embedded"

  /// What is left out of a module, though nothing stands in for it: weights are not loaded, nothing is printed, and what
  /// checks a net under construction has done its work before.
  private static let leftOut: [String: Set<String>] = [
    "Autograd": ["NonFinite.swift", "Exports.swift"],
    "Layers": [
      "Reflection.swift", "State.swift", "StateProblems.swift", "Listings.swift",
      "Description.swift",
    ],
  ]

  /// What is taken of the data sets: those that are drawn, and how batches are made of them.
  private static let ofDatasets = [
    "Drawn/", "Transforms/", "Batches/", "Dataset.swift", "LabeledImages.swift",
    "PixelStatistics.swift",
  ]

  /// The nets of the chapters.
  static let nets = [
    "Chapter1/Net", "Chapter2/Net", "Chapter3/Blocks", "Chapter4/Net", "Chapter5/Net",
    "Chapter6/Net",
  ]

  /// What the pages call.
  static func pages(in repository: Repository) throws -> LiveUnit {
    LiveUnit(
      name: "Live",
      files: try swift(repository, "Sources/Live/Labs") + swift(repository, "Sources/Live/Calls"),
      hasObject: true)
  }

  /// All modules of the engine, each after those it needs.
  static func engine(in repository: Repository) throws -> [LiveUnit] {
    func own(_ name: String) throws -> [String] { try swift(repository, "Sources/\(name)") }
    func standing(_ name: String) throws -> [String] {
      try swift(repository, "\(standIns)/\(name)")
    }
    func module(_ name: String, of files: [String]) throws -> LiveUnit {
      let others = try standing(name)
      let replaced = Set(others.map(lastName)).union(leftOut[name] ?? [])
      return LiveUnit(
        name: name, files: files.filter { !replaced.contains(lastName($0)) } + others,
        listsProperties: name == "Layers")
    }
    let datasets = try own("Datasets").filter { file in
      ofDatasets.contains { file.hasPrefix("Sources/Datasets/\($0)") }
        && lastName(file) != "BoundedQueue.swift"
    }
    var units = [
      LiveUnit(name: "Glibc", files: ["\(standIns)/Glibc.swift"]),
      LiveUnit(
        name: "Embedded", files: ["\(standIns)/Memory.swift", "\(standIns)/Standard.swift"],
        hasObject: true),
      LiveUnit(name: "Foundation", files: ["\(standIns)/Foundation.swift"]),
      LiveUnit(
        name: "Sentences",
        files: ["\(standIns)/Sentences.swift", "Sources/Sentences/Counted.swift"]),
    ]
    for name in ["Kernels", "LaneKernels", "Autograd"] {
      units.append(try module(name, of: own(name)))
    }
    units.append(try module("Layers", of: own("Layers")))
    units.append(try module("Datasets", of: datasets))
    units.append(try module("Optimizers", of: own("Optimizers")))
    for net in nets {
      units.append(
        LiveUnit(
          name: net.replacing("/", with: ""), files: try swift(repository, "Chapters/\(net)"),
          listsProperties: true))
    }
    return units
  }

  static func swift(_ repository: Repository, _ folder: String) throws -> [String] {
    guard repository.exists(folder) else { return [] }
    return try repository.files(in: folder).filter { $0.hasSuffix(".swift") }
  }
}

private func lastName(_ path: String) -> String { String(path.split(separator: "/").last!) }
