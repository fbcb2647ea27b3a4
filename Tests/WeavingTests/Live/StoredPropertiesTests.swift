import Autograd
import Layers
import LiveNets
import Testing

@testable import Weaving

/// In a page the lists that are written from the sources stand in for reflection.
@Suite struct StoredPropertiesTests {
  /// The lists of all classes that are compiled with them.
  private static let lists: [String: [String]] = {
    let folders =
      ["Sources/Layers", "Chapters/Chapter7/Blocks"] + LiveUnit.nets.map { "Chapters/\($0)" }
    let classes = try! folders.flatMap { try LiveUnit.swift(repository, $0) }
      .flatMap { StoredProperties(of: try repository.text($0)).classes }
    return Dictionary(classes.map { ($0.name, $0.properties) }) { first, _ in first }
  }()

  @Test func everyLayerOfEveryNetHasTheListThatReflectionGives() {
    for (name, net, _) in Nets().all {
      for (path, layer) in net.namedLayers {
        let kind = "\(type(of: layer))"
        let reflected = Mirror(reflecting: layer).children.map { $0.label ?? "?" }
        #expect(Self.lists[kind] == reflected, "\(kind), \(path) in \(name)")
      }
    }
  }

  /// In a page parts are found in properties, optional ones and arrays; nowhere else.
  @Test func noParameterIsWhereAPageDoesNotLook() {
    for (name, net, _) in Nets().all {
      for (path, layer) in net.namedLayers {
        let properties = Self.lists["\(type(of: layer))"] ?? []
        for part in layer.parts where !part.name.hasPrefix("children.") {
          let words = part.name.split(separator: ".")
          let isPlain = words.count <= 2 && words.dropFirst().allSatisfy { Int($0) != nil }
          #expect(
            isPlain && properties.contains(String(words[0])), "\(part.name) of \(path) in \(name)")
        }
      }
    }
  }

  @Test func staticAndComputedPropertiesAreNotListed() {
    let source = """
      /// A class.
      public final class Block: Layer {
        static let all = [1]
        public let conv1, conv2: Conv2D  // let no: Int
        private(set) var count = 0
        var norm: BatchNorm2D? { didSet { count += 1 } }
        public var settings: String { "let x = 1" }
        var sum: Int {
          let here = 1
          return here
        }
        func f() { let inside = 2 }
        let last = { (x: Int) in x }
      }
      struct Other { let notListed = 1 }
      """
    let classes = StoredProperties(of: source).classes
    #expect(classes.map(\.name) == ["Block"])
    #expect(classes.first?.properties == ["conv1", "conv2", "count", "norm", "last"])
  }
}
