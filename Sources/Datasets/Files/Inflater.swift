import Autograd
import Czlib

/// A zlib stream that decompresses one buffer.
final class Inflater {
  enum Outcome {
    /// There may be more to come.
    case more
    /// A member has ended, and zlib found its checksum and length right.
    case memberEnd
    /// The input has ended before the member.
    case truncated
    /// Zlib's word for what it found.
    case corrupt(String)
  }

  /// On the heap, because zlib stores its address.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let input: UnsafeBufferPointer<UInt8>

  /// Begins to decompress `input`, not empty, which must stay in place while the inflater lives.
  init(_ input: UnsafeBufferPointer<UInt8>) {
    self.input = input
    stream.initialize(to: z_stream())
    // The largest window, and 16 to say that a gzip header is wanted.
    let status = inflateInit2_(
      stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    require(status == Z_OK, "Gzip: zlib could not start (code \(status)); is memory exhausted?")
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// How many bytes of the input have not been used.
  var remaining: Int {
    input.count - (stream.pointee.next_in - UnsafeMutablePointer(mutating: input.baseAddress!))
  }

  /// Fills `chunk` from the front; `count` says how far.
  func inflate(into chunk: inout [UInt8]) -> (count: Int, outcome: Outcome) {
    chunk.withUnsafeMutableBufferPointer { output in
      stream.pointee.avail_in = uInt(clamping: remaining)
      stream.pointee.next_out = output.baseAddress
      stream.pointee.avail_out = uInt(output.count)
      let status = Czlib.inflate(stream, Z_NO_FLUSH)
      let count = output.count - Int(stream.pointee.avail_out)
      return (count, outcome(status))
    }
  }

  /// Expects another header where the last member ended.
  func beginMember() { inflateReset(stream) }

  private func outcome(_ status: Int32) -> Outcome {
    switch status {
    case Z_OK: .more
    case Z_STREAM_END: .memberEnd
    case Z_BUF_ERROR: .truncated
    default: .corrupt(stream.pointee.msg.map { String(cString: $0) } ?? "zlib code \(status)")
    }
  }
}
