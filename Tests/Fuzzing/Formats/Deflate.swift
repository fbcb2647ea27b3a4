import Czlib

/// The formats that DEFLATE data are wrapped in, by the window bits that zlib selects them with.
package enum Wrapper: Int32 {
  case none = -15
  case zlib = 15
  case gzip = 31
}

/// Bytes compressed by DEFLATE.
package func deflated(_ bytes: [UInt8], level: Int = 9, as wrapper: Wrapper = .none) -> [UInt8] {
  var stream = z_stream()
  var input = bytes
  var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 100)
  let capacity = output.count
  let count = input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      withUnsafeMutablePointer(to: &stream) { stream in
        deflateInit2_(
          stream, Int32(level), Z_DEFLATED, wrapper.rawValue, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
          Int32(MemoryLayout<z_stream>.size))
        (stream.pointee.next_in, stream.pointee.avail_in) = (input.baseAddress, uInt(input.count))
        (stream.pointee.next_out, stream.pointee.avail_out) = (output.baseAddress, uInt(capacity))
        deflate(stream, Z_FINISH)
        deflateEnd(stream)
        return capacity - Int(stream.pointee.avail_out)
      }
    }
  }
  return Array(output.prefix(count))
}

/// The checksum of gzip and PNG.
func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
  let bytes = Array(bytes)
  return UInt32(truncatingIfNeeded: Czlib.crc32(0, bytes, uInt(bytes.count)))
}
