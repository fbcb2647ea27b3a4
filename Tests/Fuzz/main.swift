import ArgumentParser
import Foundation
import Fuzzing
import Terminal

/// Invalid files for every loader: each must be read, or refused with a sentence.
struct Fuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz",
    abstract: "Gives every loader invalid files of many kinds.",
    discussion: """
      Run it in release: `swift run -c release fuzz --cases 1000000 --seed 1`. The files are read in \
      child processes. A file that crashes one, or takes too long or too much memory, is kept in \
      .fuzz, and the status is then 1.
      """)

  @Option(help: .init("How many files, over all loaders.", valueName: "n"))
  var cases = 100_000

  @Option(help: .init("The same seed makes the same files.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(
    help: .init(
      "Test only this: \(Loader.all.map(\.name).joined(separator: ", ")).", valueName: "name"))
  var loader: String?

  @Option(help: .init("Only this file of a loader, in this process.", valueName: "number"))
  var only: UInt64?

  @Option(help: .init("The seconds of computing that a file may cost.", valueName: "seconds"))
  var patience = 10.0

  @Option(help: .init("The megabytes that a child may use.", valueName: "MB"))
  var memory = 512

  /// The last case of a child process, and its folder.
  @Option(help: .hidden) var last: UInt64?
  @Option(help: .hidden) var folder: String?

  func validate() throws {
    if cases < 1 { throw ValidationError("--cases is \(cases); it must be at least 1") }
    if patience <= 0 { throw ValidationError("--patience is \(patience); it must be positive") }
    if memory < 1 { throw ValidationError("--memory is \(memory); it must be at least 1") }
    if only != nil, loader == nil { throw ValidationError("--only is of use only with --loader") }
  }

  func run() throws {
    let loaders = try Loader.all.filter { try loader == nil || $0.name == found(loader!) }
    if let only, let last, let folder { return try work(loaders[0], only..<last, folder) }
    if let only { return try runOne(Case(loaders[0], seed: seed, number: only)) }
    try runAll(loaders)
  }

  private func found(_ name: String) throws -> String {
    try named(name, "loader", among: Loader.all.map { ($0.name, $0.name) })
  }
}

Fuzz.main()
