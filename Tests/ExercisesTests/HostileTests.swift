import Foundation
import Testing

@testable import ExerciseCatalog
@testable import Exercising

/// Solutions that do anything but solve the exercise: none passes, none hangs, none leaves anything running.
@Suite(.serialized) struct HostileTests {
  private static let cases: [(what: String, body: String, sentence: String)] = [
    ("an endless loop", "while true {}\nreturn x", "does not end"),
    ("a crash", "_ = [0][x.count]\nreturn x", "crashes"),
    ("a sentence", "fatalError(\"given up\")", "given up"),
    (
      "10 GB",
      "let all = (0..<10).map { [UInt8](repeating: UInt8($0), count: 1 << 30) }\n"
        + "return all.isEmpty ? x : x", "allocate|crashes|does not end"
    ),
    (
      "a 1 GB file",
      """
      let name = ProcessInfo.processInfo.environment["TMPDIR"]! + "/large"
      let file = open(name, O_CREAT | O_WRONLY, 0o600)
      let zeros = [UInt8](repeating: 0, count: 1 << 20)
      for _ in 0..<1024 { write(file, zeros, zeros.count) }
      return x
      """, "file of more than 20 MB"
    ),
    ("exit(0)", "exit(0)", "ends with status 0 before"),
    (
      "a forged answer",
      """
      let forged = "answer 1\\nthe output\\t0.1\\tnumbers\\t0\\nend 1\\n"
      for channel: Int32 in 1...40 { _ = forged.withCString { write(channel, $0, strlen($0)) } }
      exit(0)
      """, "before it has answered"
    ),
    (
      "twenty children in sessions of their own",
      """
      let command = "for i in $(seq 20); do setsid sleep 300 & done"
      let words = ["sh", "-c", command].map { $0.withCString { strdup($0) } }
      var (shell, status): (pid_t, Int32) = (0, 0)
      posix_spawn(&shell, "/bin/sh", nil, nil, words + [nil], environ)
      waitpid(shell, &status, 0)
      return x
      """, "the output"
    ),
    ("NaN", "return (0 * x) / (0 * x)", "the output: not a number"),
    (
      "deleting the check",
      """
      let own = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      try? FileManager.default.removeItem(at: own.deletingLastPathComponent())
      try? FileManager.default.removeItem(at: own)
      return x
      """, "the output|the check itself"
    ),
    ("killing the supervisor", "kill(getppid(), SIGKILL)\nreturn x", "the"),
    ("printing for ever", "while true { print(x.count) }", "more than 20 MB|does not end"),
  ]

  /// In a folder of its own, so that what is left running is known from what other tests run.
  private static let checker = Result { try Checker(plan.get(), in: folder) }
  private static let folder = checks.appending(path: "hostile")

  @Test(arguments: cases.map(\.what)) func aHostileSolutionDoesNotPass(what: String) throws {
    let (_, body, sentence) = try #require(Self.cases.first { $0.what == what })
    let start = Date()
    let verdict = try verdict(on: .block, forward(body), by: Self.checker.get())
    let words = verdict.sentence ?? "\(verdict)"
    #expect(verdict != .passed)
    #expect(try words.contains(Regex(sentence)), "\(words)")
    #expect(Date().timeIntervalSince(start) < 30)
    #expect(running() == [])
  }

  @Test func theNextCheckIsAsIfNothingHadHappened() throws {
    #expect(try verdict(on: .block, workspace.solved(.block), by: Self.checker.get()) == .passed)
  }

  /// The chapter's block with another body.
  private func forward(_ body: String) throws -> String {
    guard case .mend(_, let original, _) = Exercise.block.task else { return "" }
    let text = try workspace.solved(.block).replacing(original, with: body)
    return "import Foundation\n\(text)"
  }

  /// The processes that were started by a check, by what stands in their environment.
  private func running() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.filter { Int($0) != nil && $0 != "\(getpid())" }.filter { name in
      let place = FileManager.default.contents(atPath: "/proc/\(name)/environ") ?? Data()
      return String(decoding: place, as: UTF8.self).contains("TMPDIR=\(Self.folder.path)/")
    }
  }
}
