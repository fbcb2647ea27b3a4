import Czlib
import Foundation
import Sentences

extension PageEngine {
  /// The engine of a repository, compiled unless it has been.
  ///
  /// - Parameter progress: is told, from several threads, what is being compiled.
  /// - Returns: the engine, and a sentence if the compiler is of a version that is not known to work.
  package static func compiled(
    in repository: Repository, progress: @Sendable (String) -> Void = { _ in }
  ) throws -> (engine: PageEngine, note: String?) {
    switch try LiveModule(repository).compiled(progress: progress) {
    case .compiled(let module, let note): (.built(script: script(of: module)), note)
    case .missing(let why): (.missing(why), nil)
    }
  }

  /// The gzipped module in Base64, since a page that was opened from the disk may load scripts, but no other files.
  static func script(of module: Data) -> String {
    "const liveModule = \"\(Data(gzipped(Array(module))).base64EncodedString())\";\n"
  }
}

/// The bytes as a gzip file, compressed as far as zlib can.
func gzipped(_ bytes: [UInt8]) -> [UInt8] {
  var (stream, input) = (z_stream(), bytes)
  // 31: a window of 2¹⁵ bytes, and gzip's header in place of zlib's.
  let status = deflateInit2_(
    &stream, Z_BEST_COMPRESSION, Z_DEFLATED, 31, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size))
  require(status == Z_OK, "zlib could not begin to compress: it answered \(status).")
  defer { deflateEnd(&stream) }
  var out = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(bytes.count))))
  let end = input.withUnsafeMutableBufferPointer { input in
    out.withUnsafeMutableBufferPointer { out in
      (stream.next_in, stream.avail_in) = (input.baseAddress, uInt(input.count))
      (stream.next_out, stream.avail_out) = (out.baseAddress, uInt(out.count))
      return deflate(&stream, Z_FINISH)
    }
  }
  require(end == Z_STREAM_END, "zlib could not compress \(bytes.count) bytes: it answered \(end).")
  return Array(out[..<Int(stream.total_out)])
}
