import Foundation

/// A page in Chromium without a window, used as a reader would: real events of mouse, finger and keyboard.
///
/// It speaks the Chrome DevTools Protocol over two pipes. Without a network: every name is unknown.
public final class Browser {
  /// How the page is seen.
  public struct Look: Sendable {
    let (width, height): (Int, Int)
    /// Whether it is touched, and in the dark theme.
    public let isPhone, isDark: Bool

    /// A window of a desk, light.
    public static let desk = Look(width: 1100, height: 1000, isPhone: false, isDark: false)
    /// The same in the dark theme.
    public static let dark = Look(width: 1100, height: 1000, isPhone: false, isDark: true)
    /// A telephone held upright.
    public static let phone = Look(width: 390, height: 844, isPhone: true, isDark: false)
  }

  /// What a page should not do, and what went wrong.
  public struct Trouble: Error, CustomStringConvertible {
    /// As a sentence.
    public let description: String
  }

  /// Errors of scripts, and messages of the console that are errors.
  public private(set) var errors: [String] = []
  /// What the page asked of a network.
  public private(set) var requests: [String] = []

  private let process = Process()
  private let (toBrowser, fromBrowser) = (Pipe(), Pipe())
  private var count = 0
  private var session: String?
  private var unread = Data()

  /// Opens a page from the disk.
  ///
  /// - Parameter profile: an empty folder.
  public init(_ page: URL, _ look: Look = .desk, profile: URL) throws {
    process.executableURL = URL(filePath: "/bin/sh")
    let flags = [
      "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--host-resolver-rules='MAP * ~NOTFOUND'", "--user-data-dir='\(profile.path)'",
      "--remote-debugging-pipe",
    ]
    process.arguments = [
      "-c",
      "exec \(Chromium.file!) \(flags.joined(separator: " ")) 3<&0 4>&1 0</dev/null 1>/dev/null 2>/dev/null",
    ]
    (process.standardInput, process.standardOutput) = (toBrowser, fromBrowser)
    try process.run()
    let target = try send("Target.createTarget", ["url": "about:blank"])["targetId"]!
    session =
      try send("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"]
      as? String
    for domain in ["Page", "Runtime", "Log", "Network"] { try send("\(domain).enable") }
    try send(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": look.width, "height": look.height, "deviceScaleFactor": 1, "mobile": look.isPhone,
      ])
    try send("Emulation.setTouchEmulationEnabled", ["enabled": look.isPhone])
    try send(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": look.isDark ? "dark" : "light"]]])
    try send("Page.navigate", ["url": page.absoluteString])
    try wait(for: "location.href !== 'about:blank' && document.readyState === 'complete'")
  }

  deinit { close() }

  /// Ends the browser.
  public func close() {
    guard process.isRunning else { return }
    _ = try? send("Browser.close")
    process.terminate()
    process.waitUntilExit()
  }

  /// Calls a method of the protocol, and waits for its result.
  @discardableResult
  public func send(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    count += 1
    var message: [String: Any] = ["id": count, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    try toBrowser.fileHandleForWriting.write(
      contentsOf: JSONSerialization.data(withJSONObject: message) + [0])
    while true {
      let answer = try nextMessage(after: method)
      note(answer)
      guard answer["id"] as? Int == count else { continue }
      if let error = answer["error"] as? [String: Any] {
        throw Trouble(description: "\(method): \(error["message"] ?? error)")
      }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  private func nextMessage(after method: String) throws -> [String: Any] {
    while true {
      if let end = unread.firstIndex(of: 0) {
        let message = unread[..<end]
        unread = Data(unread[(end + 1)...])
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      let handle = fromBrowser.fileHandleForReading
      var waiting = pollfd(fd: handle.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 120_000) > 0 else {
        throw Trouble(description: "no answer to \(method) in two minutes")
      }
      let more = handle.availableData
      if more.isEmpty { throw Trouble(description: "the browser ended during \(method)") }
      unread += more
    }
  }

  /// Keeps what a page should not have done.
  private func note(_ message: [String: Any]) {
    let parameters = message["params"] as? [String: Any] ?? [:]
    switch message["method"] as? String {
    case "Runtime.exceptionThrown":
      let details = parameters["exceptionDetails"] as? [String: Any]
      let exception = details?["exception"] as? [String: Any]
      errors.append("\(exception?["description"] ?? details?["text"] ?? "?")")
    case "Log.entryAdded":
      let entry = parameters["entry"] as? [String: Any]
      if entry?["level"] as? String == "error" { errors.append("\(entry?["text"] ?? "?")") }
    case "Network.requestWillBeSent":
      let url = (parameters["request"] as? [String: Any])?["url"] as? String ?? "?"
      if !["file:", "data:", "blob:"].contains(where: url.hasPrefix) { requests.append(url) }
    default: break
    }
  }
}
