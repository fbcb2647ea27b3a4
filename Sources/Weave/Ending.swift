import Dispatch
import Foundation
import Terminal
import Weaving

/// What is wrong, as a sentence.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ sentence: String) { description = sentence }
}

/// On Ctrl-C ends the chapter that is running, and then this program.
///
/// Pages are written beside the old ones and renamed, so whenever it comes they are whole.
func endChildrenWhenInterrupted() {
  for number in [SIGINT, SIGTERM] {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler {
      Child.terminate()
      Screen.standardError.say("\nStopped. Pages not finished are as they were.")
      exit(128 + number)
    }
    source.activate()
    sources.append(source)
  }
}

/// A source that nobody holds hears nothing.
nonisolated(unsafe) private var sources: [any DispatchSourceSignal] = []

/// The folder that holds `Package.swift`, found from this file's own place in it.
let packageRoot = URL(filePath: #filePath).appending(path: "../../..").standardized
