import Autograd
import Datasets
import Foundation

extension Loader {
  /// Files of MNIST's format: a pair of them, one of which is mutated.
  static let idx = Loader(name: "idx") { random in
    let count = 1 + random.below(4)
    let sides = random.chance(of: 2) ? [1 + random.below(5), 1 + random.below(5)] : []
    return .idx([count] + sides, &random)
  } read: { bytes, _ in
    let isLabels = bytes.count > 3 && bytes[3] == 1
    let file = try IDXFile(bytes, kind: isLabels ? .labels : .images, name: "file")
    let count = file.dimensions[0]
    let images = isLabels ? try counterpart([count, 1, 1], .images) : file
    let labels = isLabels ? file : try counterpart([count], .labels)
    let pairs = try LabeledImages(
      images: images, labels: labels, classNames: (0...9).map(String.init))
    var sum = 0
    for i in 0..<pairs.count {
      sum += pairs.picture(at: i).reduce(pairs.labels[i]) { $0 + Int($1) }
    }
    require(sum >= 0, "IDX: the pixels and labels come to \(sum)")
  }

  /// The other file of the pair, which is valid and no larger than the one that was read.
  private static func counterpart(_ lengths: [Int], _ kind: IDXFile.Kind) throws -> IDXFile {
    let header = bigEndian(Int(kind.rawValue)) + lengths.flatMap { bigEndian($0) }
    let payload = [UInt8](repeating: 0, count: lengths.reduce(1, *))
    return try IDXFile(header + payload, kind: kind, name: "its counterpart")
  }
}

extension Specimen {
  /// A file with axes of these lengths: labels if there is one axis, images if there are three.
  static func idx(_ lengths: [Int], _ random: inout Random) -> Specimen {
    let header = [0x800 + lengths.count] + lengths
    let count = lengths.reduce(1, *)
    let payload = lengths.count == 1 ? (0..<count).map { UInt8($0 % 10) } : random.bytes(count)
    return Specimen(
      bytes: header.flatMap { bigEndian($0) } + payload,
      fields: header.indices.map { Field(place: 4 * $0, width: 4) })
  }
}
