import Foundation

@testable import Weaving

/// This package, whose own files the tests read.
let repository = Repository(root: URL(filePath: #filePath).appending(path: "../../..").standardized)

/// All Swift files of the package.
let swiftFiles =
  try! ["Sources", "Chapters", "Tests"].flatMap { try repository.files(in: $0) }
  .filter { $0.hasSuffix(".swift") } + ["Package.swift"]

/// A program of this package, in the folder the tests were built into.
func program(_ name: String) -> URL {
  URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name)
}
