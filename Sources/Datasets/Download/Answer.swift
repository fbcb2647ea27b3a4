import Files
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Checks a server's response before the first byte of the file.
extension Transfer {
  /// Makes `part` ready for the bytes announced by `response`.
  func accept(_ response: URLResponse, into part: Draft) throws {
    guard let response = response as? HTTPURLResponse else {
      throw MirrorError("this is not an address on the web")
    }
    switch response.statusCode {
    case 200:
      // The whole file, even if only the rest was requested. A page that a proxy sends instead has
      // another length, and must not delete what is here.
      try checkLength(response, wanted: file.byteCount)
      try part.empty()
    case 206:
      try checkRange(response, from: part)
      try checkLength(response, wanted: file.byteCount - part.byteCount)
    case let status:
      let phrase = HTTPURLResponse.localizedString(forStatusCode: status)
      throw MirrorError("it answered with status \(status), \(phrase)")
    }
  }

  /// Checks the length announced, if one is.
  private func checkLength(_ response: HTTPURLResponse, wanted: Int) throws {
    let announced = response.expectedContentLength
    guard announced < 0 || announced == wanted else {
      throw MirrorError("it announces \(announced) bytes where \(wanted) are wanted")
    }
  }

  /// Checks that the response begins where `part` ends.
  private func checkRange(_ response: HTTPURLResponse, from part: Draft) throws {
    let range = response.value(forHTTPHeaderField: "Content-Range") ?? "nothing"
    guard range.hasPrefix("bytes \(part.byteCount)-") else {
      throw MirrorError("asked for what follows byte \(part.byteCount), it sends \(range)")
    }
  }
}
