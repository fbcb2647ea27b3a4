import Foundation
import Testing

/// A C library that is missing names the package to install: in the manifest, in its shim, in the README.
@Suite struct LibrariesTests {
  private struct Library {
    let name: String
    let packages: [String]
  }

  private func libraries() throws -> [Library] {
    let manifest = try lines(of: "Package.swift").joined(separator: "\n")
    return manifest.matches(of: #/\.systemLibrary\(\s*name: "(\w+)"[^\[]*\[\s*\.apt\(\[([^\]]*)\]/#)
      .map {
        Library(
          name: String($0.1), packages: $0.2.matches(of: #/"([^"]+)"/#).map { String($0.1) })
      }
  }

  @Test func everyShimNamesThePackagesOfItsLibrary() throws {
    let libraries = try libraries()
    #expect(libraries.map(\.name) == modules.filter { $0.kind == "systemLibrary" }.map(\.name))
    for library in libraries {
      let shim = try lines(of: "Sources/\(library.name)/shim.h")
      let error = shim.first { $0.hasPrefix("#error") } ?? ""
      let command = "apt-get install \(library.packages.joined(separator: " "))\""
      #expect(error.hasSuffix(command), "\(library.name): \(error)")
      let place = shim.firstIndex { $0.hasPrefix("#include") } ?? 0
      #expect(shim[..<place].contains { $0.hasPrefix("#if !__has_include(<") }, "\(library.name)")
    }
  }

  @Test func theReadmeInstallsThemAll() throws {
    let command = try lines(of: "README.md").first { $0.contains("apt-get install -y") }
    let installed = Set(command?.split(separator: " ").map(String.init) ?? [])
    for library in try libraries() {
      #expect(installed.isSuperset(of: library.packages), "\(library.name)")
    }
  }
}
