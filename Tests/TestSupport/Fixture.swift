import Autograd
import Foundation
import Testing

/// One computation of PyTorch: settings, and tensors by name, as `Tests/Fixtures/make.py` writes them.
package struct FixtureCase: Sendable, CustomTestStringConvertible {
  package let operation: String
  package let settings: [String: Double]
  package let labels: [Int]
  private let places: [String: Place]
  private let numbers: [Float]

  package var testDescription: String {
    let shapes = places.filter { !$0.key.hasPrefix("d") }.map { "\($0) \($1.shape)" }
    return operation + " " + shapes.sorted().joined(separator: ", ")
  }

  package subscript(name: String) -> Tensor? {
    places[name].map { place in
      let count = place.shape.reduce(1, *)
      return Tensor(Array(numbers[place.start..<place.start + count]), shape: place.shape)
    }
  }

  /// The names of its tensors.
  package var names: [String] { places.keys.sorted() }

  package func whole(_ setting: String) -> Int { Int(settings[setting] ?? 0) }
}

extension FixtureCase {
  private struct Place: Decodable {
    let shape: [Int]
    let start: Int
  }

  private struct Entry: Decodable {
    let operation: String
    let settings: [String: Double]
    let labels: [Int]
    let tensors: [String: Place]
  }

  /// The cases of `Tests/Fixtures/<name>.json`, with their numbers from `<name>.bin`.
  ///
  /// - Parameter name: or a path without its extension.
  package static func load(_ name: String) throws -> [FixtureCase] {
    let folder = URL(filePath: #filePath).appending(path: "../../Fixtures/").standardized
    let file = name.hasPrefix("/") ? URL(filePath: name) : folder.appending(path: name)
    let index = try Data(contentsOf: file.appendingPathExtension("json"))
    let bytes = try Data(contentsOf: file.appendingPathExtension("bin"))
    let numbers = stride(from: 0, to: bytes.count, by: 4).map { i in
      Float(bitPattern: bytes[i..<i + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) })
    }
    return try JSONDecoder().decode([Entry].self, from: index).map {
      FixtureCase(
        operation: $0.operation, settings: $0.settings, labels: $0.labels, places: $0.tensors,
        numbers: numbers)
    }
  }
}
