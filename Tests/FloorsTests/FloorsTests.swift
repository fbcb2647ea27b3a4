import Testing

/// Imports go down only: SwiftPM lets a module import anything that happens to be built.
@Suite struct FloorsTests {
  @Test(arguments: modules.map(\.name)) func aModuleImportsOnlyWhatItDeclares(name: String) throws {
    let module = modules.first { $0.name == name }!
    let allowed = module.mayImport.union(system)
    // What stands in for files of the engine in a page is compiled apart, by Sources/Weaving/Live.
    for file in try swiftFiles(in: module.folder)
    where owner(of: file)?.name == name && !file.hasPrefix("Sources/Live/Embedded/") {
      for name in try imports(of: file) {
        #expect(allowed.contains(name), "\(file) imports \(name)")
      }
    }
  }

  @Test func aModuleStandsOnlyOnThoseListedBeforeIt() {
    for (i, module) in modules.enumerated() {
      let later = Set(modules[i...].map(\.name))
      #expect(module.needs.isDisjoint(with: later), "\(module.name)")
    }
  }

  @Test func everyFolderOfSourcesIsAModule() throws {
    for folder in try files(in: "Sources").compactMap({ $0.split(separator: "/").dropFirst().first }
    ) {
      #expect(modules.contains { $0.folder == "Sources/\(folder)" }, "\(folder)")
    }
  }

  @Test(arguments: [
    ("ConeDNN", "OneDNNKernels"), ("Cgraphviz", "Drawing"), ("Cpng", "Images"), ("Cjpeg", "Images"),
    ("Ccmark", "Weaving"),
  ])
  func onlyOneModuleKnows(library: String, knower: String) {
    #expect(modules.filter { $0.needs.contains(library) }.map(\.name) == [knower])
  }
}

/// What everyone may import.
private let system: Set = [
  "Foundation", "FoundationNetworking", "FoundationXML", "Glibc", "Darwin", "Dispatch",
  "Synchronization", "Runtime", "Testing",
  "PackageDescription", "XCTest",
]

extension Module {
  /// What it declares; for programs and tests also what that stands on, C libraries left out.
  fileprivate var mayImport: Set<String> {
    if kind == "target" && !folder.hasPrefix("Tests/") { return needs }
    return needs.union(needs.flatMap { $0.below })
  }
}

extension String {
  /// The Swift modules that the module of this name stands on, through whatever it stands on.
  fileprivate var below: Set<String> {
    let needs: Set<String> = modules.first { $0.name == self }?.needs.filter { !isC($0) } ?? []
    return needs.union(needs.flatMap(\.below))
  }
}

private func isC(_ name: String) -> Bool {
  modules.contains { $0.name == name && $0.kind == "systemLibrary" }
}

/// The module a file belongs to: that of the innermost folder.
private func owner(of file: String) -> Module? {
  modules.filter { file.hasPrefix($0.folder + "/") }.max { $0.folder.count < $1.folder.count }
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
