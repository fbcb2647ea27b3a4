import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The events of a URL session, passed in order from its thread to the one that waits for them.
final class Events: NSObject, URLSessionDataDelegate, @unchecked Sendable {
  enum Event {
    case response(URLResponse)
    case bytes(Data)
    case end((any Error)?)
  }

  private let condition = NSCondition()
  private var events: [Event] = []

  /// The next event, or `nil` if there is none for `seconds`.
  func next(within seconds: Double) -> Event? {
    condition.lock()
    defer { condition.unlock() }
    let deadline = Date(timeIntervalSinceNow: seconds)
    while events.isEmpty {
      guard condition.wait(until: deadline) else { break }
    }
    return events.isEmpty ? nil : events.removeFirst()
  }

  private func add(_ event: Event) {
    condition.lock()
    events.append(event)
    condition.signal()
    condition.unlock()
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    add(.response(response))
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    add(.bytes(data))
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    add(.end(error))
  }
}
