import Foundation

private let root = URL(filePath: #filePath).appending(path: "../../..").standardized

/// The files in a folder of the repository, by their paths from its top level.
///
/// Those that git would keep; without git all but what SwiftPM makes.
func files(in folder: String) throws -> [String] {
  let prefix = folder.isEmpty ? "" : folder + "/"
  return try kept.get().filter { $0.hasPrefix(prefix) }
}

func swiftFiles(in folder: String) throws -> [String] {
  try files(in: folder).filter { $0.hasSuffix(".swift") }
}

/// The lines of a file; the line break at its end begins no other.
func lines(of file: String) throws -> [Substring] {
  let lines = try String(contentsOf: root.appending(path: file), encoding: .utf8).split(
    separator: "\n", omittingEmptySubsequences: false)
  return lines.last == "" ? lines.dropLast() : lines
}

/// The files that are committed, by their paths; `nil` without git.
let committed = try? listedByGit("-c")

private let kept = Result { try listedByGit("-co") ?? listedByFolder() }

/// What is committed (`-c`) or also what is about to be (`-co`), and not deleted; `nil` without git.
private func listedByGit(_ which: String) throws -> [String]? {
  let git = Process()
  git.executableURL = URL(filePath: "/usr/bin/env")
  git.arguments = ["git", "-C", root.path, "ls-files", "-z", which, "--exclude-standard"]
  let (output, errors) = (Pipe(), Pipe())
  (git.standardOutput, git.standardError) = (output, errors)
  try git.run()
  let names = output.fileHandleForReading.readDataToEndOfFile().split(separator: 0)
  git.waitUntilExit()
  guard git.terminationStatus == 0 else { return nil }
  return names.map { String(decoding: $0, as: UTF8.self) }.filter {
    FileManager.default.fileExists(atPath: root.appending(path: $0).path)
  }
}

private func listedByFolder() throws -> [String] {
  try FileManager.default.subpathsOfDirectory(atPath: root.path).filter {
    !$0.hasPrefix(".") && $0 != "Package.resolved"
  }
}
