import Autograd
import Foundation
import Safetensors

extension Loader {
  /// Safetensors files: headers of a grammar with occasional errors.
  static let safetensors = Loader(name: "safetensors") { random in
    var text = HeaderText(rate: random.pick([1_000_000, 40, 12]), random)
    var (header, dataByteCount) = text.file()
    random = text.random
    if random.chance(of: 3) { header.mutateText(&random) }
    return .safetensors(header, data: random.bytes(dataByteCount))
  } read: { bytes, url in
    try Data(bytes).write(to: url)
    let file = try SafetensorsFile(url)
    for entry in file.entries {
      do {
        let count =
          "IU".contains(entry.type.rawValue.prefix(1))
          ? try file.integers(entry.name).count : try file.floats(entry.name).count
        require(count == entry.count, "safetensors: \(count) numbers came of \(entry)")
      } catch let error as SentenceError where isOfAnotherType(error) {
        // Not every type can be read as numbers; the other tensors are read nevertheless.
        continue
      }
    }
  }

  private static func isOfAnotherType(_ error: SentenceError) -> Bool {
    error.description.contains(" is of type ")
  }
}

extension Specimen {
  /// A file of this header, with its correct length, and these data.
  static func safetensors(_ header: [UInt8], data: [UInt8]) -> Specimen {
    Specimen(
      bytes: bigEndian(header.count, width: 8).reversed() + header + data,
      fields: [Field(place: 0, width: 8, isBigEndian: false)])
  }
}
