import Foundation

/// A web server on this machine that answers as badly as a test wants.
final class TestServer: @unchecked Sendable {
  struct Answer {
    var status = 200
    var body: [UInt8] = []
    /// The length announced, if not the true one.
    var announced: Int?
    var headers: [String] = []
    /// Whether no length is announced, so that the answer ends where the connection does.
    var lengthIsHidden = false
    /// Whether the connection is kept open, in silence, after the body.
    var hangs = false
    /// How long it waits after every few thousand bytes, in microseconds.
    var pause: UInt32 = 0
  }

  struct Request {
    let path: String
    /// The first byte asked for.
    let start: Int
    let text: String
  }

  private let listener: Int32
  private let answer: @Sendable (Request) -> Answer
  private let lock = NSLock()
  private var received: [Request] = []
  private var open: [Int32] = []
  let address: String

  /// Listens on a port of the system's choice until the last reference is gone.
  init(_ answer: @escaping @Sendable (Request) -> Answer) {
    // A proxy of this machine's must not be asked for this machine.
    setenv("no_proxy", "127.0.0.1", 1)
    self.answer = answer
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let bound = withUnsafeMutablePointer(to: &name) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    precondition(bound, "the test's server cannot listen")
    address = "http://127.0.0.1:\(UInt16(bigEndian: name.sin_port))/"
    Thread { [weak self] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0, let self else { break }
        self.serve(connection)
      }
      close(listener)
    }.start()
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    open.forEach { close($0) }
  }

  /// What has been asked so far.
  var requests: [Request] { lock.withLock { received } }

  private func serve(_ connection: Int32) {
    let request = Self.request(on: connection)
    lock.withLock { received.append(request) }
    let answer = answer(request)
    var head = "HTTP/1.1 \(answer.status) Word\r\nConnection: close\r\n"
    if !answer.lengthIsHidden {
      head += "Content-Length: \(answer.announced ?? answer.body.count)\r\n"
    }
    head += answer.headers.map { $0 + "\r\n" }.joined() + "\r\n"
    let silent = answer.hangs && answer.body.isEmpty
    Self.send(silent ? [] : Array(head.utf8) + answer.body, on: connection, answer.pause)
    if answer.hangs {
      lock.withLock { open.append(connection) }
    } else {
      shutdown(connection, Int32(SHUT_WR))
      close(connection)
    }
  }

  private static func request(on connection: Int32) -> Request {
    var bytes: [UInt8] = []
    while !bytes.reversed().starts(with: [10, 13, 10, 13]) {
      var byte: UInt8 = 0
      guard recv(connection, &byte, 1, 0) == 1 else { break }
      bytes.append(byte)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let range = text.firstMatch(of: /Range: bytes=(\d+)-/).flatMap { Int($0.1) }
    let path = text.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    return Request(path: path, start: range ?? 0, text: text)
  }

  private static func send(_ bytes: [UInt8], on connection: Int32, _ pause: UInt32) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        let most = pause == 0 ? $0.count - sent : min($0.count - sent, 4096)
        return Foundation.send(
          connection, $0.baseAddress! + sent, most, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
      usleep(pause)
    }
  }
}
