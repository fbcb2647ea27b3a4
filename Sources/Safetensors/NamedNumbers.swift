/// Numbers with a name and a shape, as a file is to hold them.
public struct NamedNumbers: Sendable {
  /// The numbers, in row-major order.
  public enum Numbers: Sendable {
    /// Written as F32.
    case floats([Float])
    /// Written as I64.
    case integers([Int])
  }

  public let name: String
  public let shape: [Int]
  public let numbers: Numbers

  /// - Parameter shape: the length of each axis, outermost first; `[]` for a single number.
  public init(_ name: String, shape: [Int], _ numbers: Numbers) {
    (self.name, self.shape, self.numbers) = (name, shape, numbers)
  }

  var type: ElementType {
    switch numbers {
    case .floats: .float32
    case .integers: .int64
    }
  }

  var count: Int {
    switch numbers {
    case .floats(let floats): floats.count
    case .integers(let integers): integers.count
    }
  }

  /// The numbers as bytes, the lowest of each first.
  var bytes: [UInt8] {
    switch numbers {
    case .floats(let floats): floats.map(\.bitPattern.littleEndian).withUnsafeBytes(Array.init)
    case .integers(let integers): integers.map(\.littleEndian).withUnsafeBytes(Array.init)
    }
  }
}
