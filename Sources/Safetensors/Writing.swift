import Files
import Foundation
import Sentences

extension SafetensorsFile {
  /// Writes tensors to `file`, as the Python library would lay them out.
  ///
  /// They are written to a new file, which then replaces the older one: `file` is complete at any time.
  ///
  /// - Parameter metadata: the metadata of the file.
  /// - Throws: `SentenceError`; an older file is then unchanged.
  public static func write(
    _ tensors: [NamedNumbers], metadata: [String: String] = [:], to file: URL
  ) throws {
    let tensors = tensors.sorted { before($0, $1) }
    guard !tensors.contains(where: { $0.name == Header.metadataName }) else {
      throw SentenceError(
        "\(file.path) cannot be written: the format has \(Header.metadataName) for itself, so no "
          + "tensor can be called so")
    }
    let header = try header(of: tensors, metadata, for: file.path)
    let draft = try Draft(of: file)
    try draft.append(withUnsafeBytes(of: UInt64(header.count).littleEndian, Array.init))
    try draft.append(header)
    for tensor in tensors { try draft.append(tensor.bytes) }
    try draft.publish()
  }

  /// Checks that a file can be written, without changing it, for example before an hour of training.
  ///
  /// - Throws: `SentenceError` if it cannot.
  public static func requireWritable(_ file: URL) throws { _ = try Draft(of: file) }

  /// By type and then by name, byte by byte.
  private static func before(_ a: NamedNumbers, _ b: NamedNumbers) -> Bool {
    let order = ElementType.allCases
    let (i, j) = (order.firstIndex(of: a.type)!, order.firstIndex(of: b.type)!)
    return i == j ? a.name.utf8.lexicographicallyPrecedes(b.name.utf8) : i < j
  }

  private static func header(
    of tensors: [NamedNumbers], _ metadata: [String: String], for path: String
  ) throws -> [UInt8] {
    var members: [String] = []
    if !metadata.isEmpty {
      let words = metadata.sorted { $0.key < $1.key }
        .map { "\(JSON.quote($0.key)):\(JSON.quote($0.value))" }
      members.append("\(JSON.quote(Header.metadataName)):{\(words.joined(separator: ","))}")
    }
    var end = 0
    for tensor in tensors {
      let start = end
      end += tensor.count * tensor.type.bitCount / 8
      let shape = tensor.shape.map { "\($0)" }.joined(separator: ",")
      members.append(
        "\(JSON.quote(tensor.name)):"
          + #"{"dtype":"\#(tensor.type.rawValue)","shape":[\#(shape)],"data_offsets":[\#(start),\#(end)]}"#
      )
    }
    var header = Array("{\(members.joined(separator: ","))}".utf8)
    // The numbers then begin at a multiple of eight bytes, which some readers need.
    while header.count % 8 != 0 { header.append(UInt8(ascii: " ")) }
    return try checked(header, dataByteCount: end, for: path)
  }

  /// Checks the header against the rules for reading: names, sizes, its length.
  private static func checked(_ header: [UInt8], dataByteCount: Int, for path: String) throws
    -> [UInt8]
  {
    guard header.count <= Header.maximumByteCount else {
      throw SentenceError(
        "\(path) cannot be written: its header would have \(header.count) bytes; at most "
          + "\(Header.maximumByteCount) are allowed")
    }
    do {
      _ = try Header(header, dataByteCount: dataByteCount)
    } catch let flaw as Flaw {
      throw SentenceError("\(path) cannot be written: \(flaw.description)")
    }
    return header
  }
}
