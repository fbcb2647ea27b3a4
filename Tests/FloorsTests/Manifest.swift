import Foundation

/// A target of the package, as `Package.swift` declares it.
struct Module: Sendable {
  /// How it is declared: `target`, `executableTarget`, `testTarget` or `systemLibrary`.
  let kind: String
  let name: String
  /// The names of the modules it may import, as they are declared.
  let needs: Set<String>
  /// Where its files lie.
  let folder: String

  /// Whether it is a library of Swift that chapters and users of the package stand on.
  var isFloor: Bool { kind == "target" && folder.hasPrefix("Sources/") && !name.hasPrefix("C") }
}

/// All targets, in the order of `Package.swift`.
///
/// The manifest is read as text: SwiftPM, which could list them, is busy with these tests.
let modules: [Module] = {
  guard let text = try? lines(of: "Package.swift").joined(separator: "\n"),
    let targets = text.firstRange(of: "\n  targets: [").map({ text[$0.upperBound...] })
  else { fatalError("Package.swift cannot be read, or lists no targets") }
  let start = #/\n    \.(target|executableTarget|testTarget|systemLibrary)\(/#
  let starts = targets.matches(of: start)
  return starts.indices.map { i in
    let end = i + 1 < starts.count ? starts[i + 1].range.lowerBound : targets.endIndex
    return Module(kind: String(starts[i].1), targets[starts[i].range.upperBound..<end])
  }
}()

extension Module {
  /// - Parameter declaration: what stands between the brackets, and perhaps more behind it.
  fileprivate init(kind: String, _ declaration: Substring) {
    guard let name = declaration.firstMatch(of: #/name: "(\w+)"/#)?.1 else {
      fatalError("Package.swift has a target without a name: \(declaration)")
    }
    let dependencies = declaration.firstMatch(of: #/dependencies: \[([^\]]*)\]/#)?.1 ?? ""
    let names = dependencies.matches(of: #/"(\w+)"/#).map { String($0.1) }
    let path = declaration.firstMatch(of: #/path: "([^"]+)"/#)?.1
    self.kind = kind
    self.name = String(name)
    needs = Set(names + (dependencies.contains(#/\barguments\b/#) ? ["ArgumentParser"] : []))
    folder =
      path.map { String($0).replacing("\\(chapters)", with: "Chapters") }
      ?? (kind == "testTarget" ? "Tests/\(name)" : "Sources/\(name)")
  }
}
