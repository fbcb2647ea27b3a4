import CConfine
import Files
import Foundation

/// Runs a program that may do anything, reads its answer, and leaves nothing of it running.
///
/// It prints the answer behind the word `answered`, or `failed` and a sentence. What the program prints and
/// its exit status count for nothing; an answer counts only between two lines with a nonce.
struct Supervisor {
  let seconds: Double
  let megabytes, seed, folder, program, exercise: String
  private let nonce = [UInt64.random(in: 0 ... .max), .random(in: 0 ... .max)]
    .map { String($0, radix: 36) }.joined()

  /// - Parameter arguments: seconds, megabytes, seed, the folder it may write to, the program, the exercise.
  init(_ arguments: [String]) {
    seconds = Double(arguments[0]) ?? 1
    (megabytes, seed, folder) = (arguments[1], arguments[2], arguments[3])
    (program, exercise) = (arguments[4], arguments[5])
  }

  func run() -> Int32 {
    guard confine_adopt_orphans() == 0 else {
      return report(failure: "the check cannot be supervised")
    }
    let (question, answer) = (pipePair(), pipePair())
    _ = writeAll("\(nonce) \(seed)\n".utf8, to: question.write)
    close(question.write)
    guard let child = start(question.read, answer.write) else {
      return report(failure: "the check cannot be started")
    }
    close(question.read)
    close(answer.write)
    let (bytes, isLate) = readAll(answer.read)
    let status = end(child, waits: !isLate)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    if isLate { return report(failure: "is stopped after \(Int(seconds)) s: it does not end") }
    guard lines.first == "answer \(nonce)", lines.last == "end \(nonce)" else {
      return report(failure: reason(status))
    }
    print("answered", lines.dropFirst().dropLast().joined(separator: "\n"), separator: "\n")
    return 0
  }

  private func report(failure sentence: String) -> Int32 {
    print("failed\n\(sentence)")
    return 0
  }

  private func reason(_ status: Int32) -> String {
    switch status & 0x7f {
    case 0: "ends with status \(status >> 8 & 0xff) before it has answered"
    case SIGXFSZ: "is stopped: it writes a file of more than 20 MB"
    case SIGXCPU, SIGKILL: "is stopped: it takes too much processor time"
    case let signal: "crashes (\(String(cString: strsignal(signal))); it may use \(megabytes) MB)"
    }
  }

  /// The program, in a session of its own, without our environment, input and descriptors.
  private func start(_ question: Int32, _ answer: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    let printed = folder + "/printed.txt"
    posix_spawn_file_actions_addopen(&actions, 1, printed, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    posix_spawn_file_actions_adddup2(&actions, question, Channel.question)
    posix_spawn_file_actions_adddup2(&actions, answer, Channel.answer)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setflags(&attributes, Int16(0x80))  // POSIX_SPAWN_SETSID
    let own = CommandLine.arguments[0]
    let words = [own, "enter", "\(Int(seconds * 2) + 1)", megabytes, folder, program, exercise]
    let variables =
      ["PATH=/usr/bin:/bin", "SWIFT_BACKTRACE=enable=no", "OMP_NUM_THREADS=1", "TMPDIR=\(folder)"]
      + ["LD_LIBRARY_PATH", "KERNELS"].compactMap { name in
        ProcessInfo.processInfo.environment[name].map { "\(name)=\($0)" }
      }
    var child: pid_t = 0
    let error = posix_spawn(
      &child, own, &actions, &attributes, pointers(words), pointers(variables))
    return error == 0 ? child : nil
  }

  /// Up to the end of the pipe or until the time is over, and at most 4 MB.
  private func readAll(_ descriptor: Int32) -> (bytes: [UInt8], isLate: Bool) {
    var bytes: [UInt8] = []
    var left = seconds
    while bytes.count < 4 << 20 {
      if left <= 0 { return (bytes, true) }
      var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let start = Date()
      let isReady = poll(&poller, 1, 100) > 0
      // While a machine sleeps, or all of its processes are stopped, no time of the program's passes.
      left -= min(0.2, Date().timeIntervalSince(start))
      if !isReady { continue }
      var chunk = [UInt8](repeating: 0, count: 65_536)
      let count = read(descriptor, &chunk, chunk.count)
      if count <= 0 { break }
      bytes += chunk[..<count]
      // What is behind the end is not waited for: who holds the pipe open gains nothing.
      if bytes.suffix(nonce.utf8.count + 5) == Array("end \(nonce)\n".utf8)[...] { break }
    }
    return (bytes, false)
  }

  /// Ends the child and all it has left behind.
  private func end(_ child: pid_t, waits: Bool) -> Int32 {
    var status: Int32 = 0
    var ended = waitpid(child, &status, WNOHANG)
    for _ in 0..<100 where ended == 0 && waits {
      usleep(2_000)
      ended = waitpid(child, &status, WNOHANG)
    }
    kill(-child, SIGKILL)
    if ended == 0 { waitpid(child, &status, 0) }
    killOrphans()
    return status
  }
}

/// A pipe whose ends are above the descriptors that the child is to find, and are closed in it.
private func pipePair() -> (read: Int32, write: Int32) {
  var ends: [Int32] = [0, 0]
  pipe(&ends)
  let high = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 20) }
  ends.forEach { close($0) }
  return (high[0], high[1])
}
