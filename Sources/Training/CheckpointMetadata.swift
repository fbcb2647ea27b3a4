import Foundation
import Safetensors

/// The metadata of a checkpoint: JSON, in which a loss may also be infinite or no number.
struct CheckpointMetadata {
  /// The keys under which there is something else, which another program must have written.
  private(set) var foreign: [String] = []
  private let words: [String: String]

  init(_ file: SafetensorsFile) { words = file.metadata }

  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// What is said under a key, if it is of this type.
  mutating func read<Value: Decodable>(_ type: Value.Type, _ key: String) -> Value? {
    guard let text = words[key] else { return nil }
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let value =
      Self.isQuicklyRead(text) ? try? decoder.decode(type, from: Data(text.utf8)) : nil
    if value == nil { foreign.append(key) }
    return value
  }

  /// Whether decoding takes little time.
  ///
  /// Swift sorts the combining marks of each letter to compare keys, which takes hours if a key is nothing
  /// but marks. Long metadata of ours is a list of losses, in ASCII.
  private static func isQuicklyRead(_ text: String) -> Bool {
    text.utf8.count <= 10_000 || text.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\\") }
  }
}

extension TrainingProgress {
  /// Why it is impossible, if it is: a file may hold any numbers.
  var flaw: String? {
    let epochs = history.epochs + [epoch]
    guard epochs.map(\.number) == Array(1...epochs.count) else {
      return "its epochs are numbered \(epochs.map(\.number).prefix(8))"
    }
    for epoch in epochs {
      let rates = [(epoch.trainedCorrect, epoch.trained), (epoch.correct, epoch.tested)]
      guard (0...1 << 40).contains(epoch.batches),
        rates.allSatisfy({ 0 <= $0 && $0 <= $1 && $1 <= 1 << 40 })
      else { return "epoch \(epoch.number) counts \(epoch.batches) batches, and \(rates)" }
      guard (0...1e12).contains(epoch.seconds) else {
        return "epoch \(epoch.number) took \(epoch.seconds) seconds"
      }
    }
    return nil
  }
}
