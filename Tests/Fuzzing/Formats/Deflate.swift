import Czlib

/// Bytes compressed as gzip and PNG have them inside: by the method named deflate, without a wrapper.
func deflated(_ bytes: [UInt8], level: Int, wrapped: Bool = false) -> [UInt8] {
  var stream = z_stream()
  var input = bytes
  var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 100)
  let capacity = output.count
  let count = input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      withUnsafeMutablePointer(to: &stream) { stream in
        // Zlib takes a negative window for the wish to leave the wrapper out.
        deflateInit2_(
          stream, Int32(level), Z_DEFLATED, wrapped ? 15 : -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
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
