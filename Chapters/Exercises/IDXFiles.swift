import Datasets
import Foundation

/// Writes a data set as the four files of MNIST into a folder.
func writeIDXFiles(of data: Dataset, into folder: URL) throws {
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  for (part, images) in [("train", data.training), ("t10k", data.test)] {
    for (name, dimensions, bytes) in [
      ("images-idx3", [images.count, images.height, images.width], images.pixels),
      ("labels-idx1", [images.count], images.labels.map { UInt8($0) }),
    ] {
      let head = [0, 0, 8, UInt8(dimensions.count)] + dimensions.flatMap(bigEndian)
      try Data(head + bytes).write(to: folder.appending(path: "\(part)-\(name)-ubyte"))
    }
  }
}

private func bigEndian(_ number: Int) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
}
