import Foundation
import Sentences
import Weaving

/// Opens web pages in the default browser.
enum Browser {
  static func open(_ page: URL) throws {
    #if os(macOS)
      let opener = "open"
    #else
      let opener = "xdg-open"
    #endif
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [opener, page.path]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw SentenceError(
        "\(opener) could not open \(page.path); a browser shows it at file://\(page.path)")
    }
  }
}
