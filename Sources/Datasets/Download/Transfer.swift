import Files
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// One attempt to download a file, or the rest of it, from one address.
struct Transfer {
  let file: OfficialFile
  let address: String

  /// The timeout in seconds without data.
  let patience: Double

  /// After how many seconds without data it says so.
  let silence: Double

  /// Appends the missing bytes to `part`, where they are kept if an error ends this.
  ///
  /// - Parameter waiting: called with the name of the host when it has been silent for a while.
  /// - Throws: `MirrorError` if the server is at fault, `SentenceError` if the disk is.
  func run(
    into part: Draft, waiting: (String) -> Void, progress: (DownloadProgress) -> Void
  ) throws {
    guard let url = URL(string: address) else { throw MirrorError(URLError(.badURL)) }
    let events = Events()
    let session = URLSession(configuration: configuration, delegate: events, delegateQueue: nil)
    // A session keeps its delegate and its threads until it is invalidated.
    defer { session.invalidateAndCancel() }
    session.dataTask(with: request(url, from: part.byteCount)).resume()

    while true {
      switch next(of: events, or: { waiting(url.host ?? address) }) {
      case nil:
        throw MirrorError("not a byte came for \(patience) s, after \(part.byteCount)")
      case .response(let response)?:
        try accept(response, into: part)
      case .bytes(let data)?:
        guard part.byteCount + data.count <= file.byteCount else {
          try part.empty()
          throw MirrorError("it sends more than the \(file.byteCount) bytes of the official file")
        }
        try part.append(data, orSay: "cannot be written further than \(part.byteCount) bytes")
        progress(
          DownloadProgress(file: file.name, bytes: part.byteCount, total: file.byteCount))
        if part.byteCount == file.byteCount { return }
      case .end(let error)?:
        let reason = error.map { MirrorError($0).reason } ?? "the server stopped"
        throw MirrorError("\(reason) after \(part.byteCount) of \(file.byteCount) bytes")
      }
    }
  }

  private func next(of events: Events, or sayWaiting: () -> Void) -> Events.Event? {
    guard patience > silence else { return events.next(within: patience) }
    if let event = events.next(within: silence) { return event }
    sayWaiting()
    return events.next(within: patience - silence)
  }

  private var configuration: URLSessionConfiguration {
    let configuration = URLSessionConfiguration.ephemeral
    // Our own timeout, whose sentence is better, must come first.
    configuration.timeoutIntervalForRequest = 2 * patience + 60
    return configuration
  }

  private func request(_ url: URL, from offset: Int) -> URLRequest {
    var request = URLRequest(url: url)
    // Otherwise a server may compress the file again, and the sizes would differ.
    request.setValue("identity", forHTTPHeaderField: "Accept-Encoding")
    if offset > 0 { request.setValue("bytes=\(offset)-", forHTTPHeaderField: "Range") }
    return request
  }
}
