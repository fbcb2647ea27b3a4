import Foundation

#if canImport(Runtime)
  import Runtime
#endif

/// Stops the program with a sentence, behind the line of the program that led to it.
///
/// `fatalError` names the line it stands on, which would be one of this package. What helps is the line
/// that called an operation or a layer: the innermost call from a file that is not in this package's
/// `Sources`. It is looked up in the call stack, so no function has to pass it on, and operators, which
/// cannot have a third parameter, have it too. An optimizer of tail calls may have removed a frame; then it
/// is the line that called the layer around it.
///
/// In an `Attempt` only its thread is ended.
public func stop(_ sentence: String) -> Never {
  if let attempt = Attempt.current { attempt.stop(sentence) }
  fflush(nil)
  let line = lineOfCaller().map { "\($0): " } ?? ""
  FileHandle.standardError.write(Data("\(line)Fatal error: \(sentence)\n".utf8))
  abort()
}

/// Stops the program with a sentence if `condition` does not hold, in debug and in release.
///
/// `precondition` would drop the sentence in release, which is how chapters are run.
public func require(_ condition: Bool, _ sentence: @autoclosure () -> String) {
  if !condition { stop(sentence()) }
}

/// `Chapters/Chapter2/Net/Net.swift:20`; `nil` without debug information.
private func lineOfCaller() -> String? {
  #if canImport(Runtime)
    let ours = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
    let here = FileManager.default.currentDirectoryPath + "/"
    // Without inlined functions: to find those, all of the program's debug information has to be read.
    let frames = (try? Backtrace.capture(top: 0))?.symbolicated(options: [.showSourceLocations])?
      .frames
    for location in (frames ?? []).lazy.compactMap({ $0.symbol?.sourceLocation }) {
      let (path, line) = (location.path, location.line)
      guard line > 0, path.hasSuffix(".swift"), !path.hasPrefix(ours + "/") else { continue }
      return "\(path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path):\(line)"
    }
  #endif
  return nil
}
