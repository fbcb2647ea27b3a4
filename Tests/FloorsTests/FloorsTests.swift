import Foundation
import Testing

/// What each module may stand on, lowest first.
///
/// SwiftPM lets a module import anything that happens to be built, so the rule is kept here.
private let floors: [(module: String, standsOn: Set<String>)] = [
  ("Sentences", []),
  ("Files", ["Sentences"]),
  ("Terminal", ["Sentences", "Files", "ArgumentParser"]),
  ("Kernels", []),
  ("OneDNNKernels", ["Kernels", "ConeDNN"]),
  ("Autograd", ["Sentences", "Kernels", "OneDNNKernels"]),
  ("Layers", ["Sentences", "Autograd"]),
  ("Optimizers", ["Sentences", "Autograd"]),
  ("Datasets", ["Sentences", "Files", "Autograd", "Czlib", "Ccrypto"]),
  ("Images", ["Sentences", "Files", "Autograd", "Datasets", "Cpng", "Cjpeg"]),
  ("Safetensors", ["Sentences", "Files"]),
  ("Training", ["Sentences", "Autograd", "Layers", "Optimizers", "Datasets", "Safetensors"]),
  ("Plots", ["Sentences", "Files", "Czlib"]),
  ("Drawing", ["Sentences", "Files", "Autograd", "Layers", "Plots", "Cgraphviz", "Czlib"]),
  (
    "Notebook",
    [
      "Sentences", "Files", "Terminal", "Training", "Plots", "Drawing", "Datasets", "Autograd",
      "Layers", "Optimizers",
      "Safetensors",
      "ArgumentParser",
    ]
  ),
  (
    "Fuzzing",
    [
      "Sentences",
      "Autograd", "Layers", "Optimizers", "Datasets", "Images", "Safetensors", "Training", "Czlib",
    ]
  ),
  ("Weaving", ["Sentences", "Files", "Ccmark"]),
]

/// What everyone may import.
private let system: Set = [
  "Foundation", "FoundationNetworking", "Glibc", "Darwin", "Synchronization",
]

/// Folders of `Sources` that are no floor: C libraries, and programs, which may import any floor.
private let others: Set = [
  "CPeak", "ConeDNN", "Ccrypto", "Czlib", "Cgraphviz", "Cpng", "Cjpeg", "Ccmark", "Bench", "Draw",
  "Classify", "Fuzz", "Weave",
]

@Suite struct FloorsTests {
  @Test(arguments: floors.map(\.module)) func aModuleImportsOnlyWhatItStandsOn(module: String)
    throws
  {
    let allowed = floors.first { $0.module == module }!.standsOn.union(system)
    for file in try swiftFiles(in: "Sources/\(module)") {
      for name in try imports(of: file) {
        #expect(allowed.contains(name), "\(file) imports \(name)")
      }
    }
  }

  @Test func aModuleStandsOnlyOnThoseListedBeforeIt() {
    let modules = floors.map(\.module)
    for (i, floor) in floors.enumerated() {
      #expect(floor.standsOn.isDisjoint(with: modules[i...]), "\(floor.module)")
    }
  }

  @Test func everyFolderOfSourcesIsAFloorOrListed() throws {
    for folder in try files(in: "Sources").compactMap({ $0.split(separator: "/").dropFirst().first }
    ) {
      #expect(
        others.contains(String(folder)) || floors.contains { $0.module == folder }, "\(folder)")
    }
  }

  @Test(arguments: [
    ("ConeDNN", "OneDNNKernels"), ("Cgraphviz", "Drawing"), ("Cpng", "Images"), ("Cjpeg", "Images"),
    ("Ccmark", "Weaving"),
  ])
  func onlyOneModuleKnows(library: String, knower: String) throws {
    for file in try swiftFiles(in: "") where try imports(of: file).contains(library) {
      #expect(file.hasPrefix("Sources/\(knower)/"), "\(file) imports \(library)")
    }
  }
}

/// The modules a file imports, however it says so: `@testable import struct Autograd.Tensor`.
private func imports(of file: String) throws -> [String] {
  let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
  return try lines(of: file).compactMap { line in
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let place = words.firstIndex(of: "import") else { return nil }
    guard words[..<place].allSatisfy({ isModifier($0) }) else { return nil }
    let name = words[(place + 1)...].first { !kinds.contains($0) }
    return name?.split(separator: ".").first.map(String.init)
  }
}

private func isModifier(_ word: String) -> Bool {
  word.hasPrefix("@") || ["public", "package", "internal", "private", "fileprivate"].contains(word)
}
