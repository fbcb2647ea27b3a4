import CConfine
import Files
import Foundation

/// The program of a check: all probes, linked with the original or with the learner's file.
///
/// Called in one of three ways: as a supervisor, which is always the original's program; as a process
/// that gives up what a learner's program must not have, and becomes it; and to answer, which runs the probe.
public enum ProbeProgram {
  /// Runs as the arguments say.
  ///
  /// - Parameter exercises: those whose probes are in the program.
  public static func run(_ exercises: [Exercise]) -> Int32 {
    let arguments = CommandLine.arguments
    switch arguments.dropFirst().first {
    case "supervise" where arguments.count == 8: return Supervisor(Array(arguments[2...])).run()
    case "enter" where arguments.count == 7: return enter(Array(arguments[2...]))
    case "answer" where arguments.count == 3:
      let told = exercises.lazy.compactMap { $0.telling(called: arguments[2]) }.first
      return told.map(answer) ?? 2
    default: return 2
    }
  }

  /// Reads nonce and seed before any code of the learner's runs, and closes what they came through.
  private static func answer(_ tell: Exercise.Telling) -> Int32 {
    var bytes = [UInt8](repeating: 0, count: 200)
    let count = read(Channel.question, &bytes, bytes.count)
    close(Channel.question)
    let words = String(decoding: bytes[..<max(0, count)], as: UTF8.self)
      .split(whereSeparator: \.isWhitespace)
    guard words.count == 2, let seed = UInt64(words[1]) else { return 2 }
    var probe = Probe(seed: seed)
    tell(&probe)
    let text = "answer \(words[0])\n\(probe.report)\nend \(words[0])\n"
    return writeAll(text.utf8, to: Channel.answer) ? 0 : 2
  }

  /// Limits this process, which then becomes the program.
  ///
  /// - Parameter arguments: seconds, megabytes, the folder it may write to, the program, the exercise.
  private static func enter(_ arguments: [String]) -> Int32 {
    guard let seconds = UInt(arguments[0]), let megabytes = UInt(arguments[1]) else { return 2 }
    // Where it cannot be done the program has the rights of the user, and still cannot pass by them.
    _ = confine_to_folder(arguments[2])
    guard confine_resources(megabytes << 20, 20 << 20, seconds) == 0 else { return 3 }
    execv(arguments[3], pointers([arguments[3], "answer", arguments[4]]))
    return 3
  }
}

/// The descriptors through which nonce and seed come in, and the answer goes out.
enum Channel {
  static let question: Int32 = 3
  static let answer: Int32 = 4
}

/// C strings that are never freed, as a program that begins is given them.
func pointers(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
  words.map { word in word.withCString { strdup($0) } } + [nil]
}
