import Foundation
import Fuzzing

// A child process.

extension Fuzz {
  /// Runs cases one after another, and records each before it begins.
  func work(_ loader: Loader, _ numbers: Range<UInt64>, _ folder: String) throws {
    limitMemory()
    let folder = URL(fileURLWithPath: folder)
    let record = try Record(folder.appending(path: "record").path)
    for number in numbers {
      record.run(
        Case(loader, seed: seed, number: number), writingTo: folder.appending(path: "file"))
    }
  }

  /// Runs one case in this process, for a debugger, and prints the result.
  func runOne(_ item: Case) throws {
    let file = try keep(item)
    print("\(file.path): \(item.bytes.count) bytes")
    switch item.verdict(writingTo: file) {
    case .accepted: print("accepted")
    case .refused(let sentence): print(sentence)
    }
  }

  /// Writes the file of a case to `.fuzz`.
  func keep(_ item: Case) throws -> URL {
    let folder = URL(fileURLWithPath: ".fuzz")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "\(item.loader.name)-\(item.seed)-\(item.number)")
    try Data(item.bytes).write(to: file)
    return file
  }

  /// Makes allocations far over the limit fail, to protect the machine.
  private func limitMemory() {
    let most = rlim_t(memory << 20) + 4 << 30
    var limit = rlimit(rlim_cur: most, rlim_max: most)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
  }
}
