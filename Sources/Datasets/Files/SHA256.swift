import Files
import Autograd
import Ccrypto

/// The SHA-256 sum of a file or of bytes.
enum SHA256 {
  /// The sum as 64 hexadecimal digits, as the program `sha256sum` prints it.
  static func hexDigest(ofFile path: String) throws -> String {
    let file = try InputFile(path)
    return try hexDigest { try file.read(upTo: 1 << 20) }
  }

  static func hexDigest(of bytes: [UInt8]) -> String {
    var rest = [bytes]
    return hexDigest { rest.popLast() ?? [] }
  }

  /// - Parameter next: the next bytes; none at the end.
  private static func hexDigest(_ next: () throws -> [UInt8]) rethrows -> String {
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    check(EVP_DigestInit_ex(context, EVP_sha256(), nil))
    while true {
      let chunk = try next()
      if chunk.isEmpty { break }
      check(EVP_DigestUpdate(context, chunk, chunk.count))
    }
    var digest = [UInt8](repeating: 0, count: 32)
    check(EVP_DigestFinal_ex(context, &digest, nil))
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func check(_ status: Int32) {
    require(status == 1, "SHA256: OpenSSL offers no SHA-256 here")
  }
}
