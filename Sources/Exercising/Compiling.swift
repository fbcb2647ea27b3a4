import Foundation
import Sentences

/// A learner's file compiled in place of the original, and the two programs linked.
struct Compiling {
  let plan: BuildPlan
  /// Where the objects and programs of one check are made.
  let folder: URL

  /// What stands in the way of a program.
  enum Problem: Error {
    /// The compiler's sentences.
    case doesNotCompile(String)
    /// Others call or read what the file no longer has.
    case doesNotLink(String)
  }

  /// Compiles one file of a module; the others are only read, for what it mentions.
  func object(of edited: URL, for file: String, in module: BuildPlan.Module) throws -> URL {
    let others = module.objects.keys.filter { $0 != plan.root.appending(path: file).path }.sorted()
    let object = folder.appending(path: "edited.o")
    let arguments =
      ["-frontend", "-c", "-primary-file", edited.path] + others + module.settings
      + ["-diagnostic-style", "llvm", "-o", object.path]
    let run = try ToolRun(plan.compiler, arguments, in: folder)
    guard run.succeeded else {
      throw Problem.doesNotCompile(Self.errors(in: run.output))
    }
    return object
  }

  /// Links a program with the learner's object in place of the original's.
  func program(with edited: URL, for file: String, in module: BuildPlan.Module) throws -> URL {
    let original = module.objects[plan.root.appending(path: file).path]
    return try link(plan.objects.map { $0 == original ? edited.path : $0 }, as: "learner")
  }

  func link(_ objects: [String], as name: String) throws -> URL {
    let list = folder.appending(path: "\(name).objects")
    let program = folder.appending(path: name)
    try Data(objects.map { "\"\($0)\"" }.joined(separator: "\n").utf8).write(to: list)
    let run = try ToolRun(
      plan.compiler, plan.linking(list.path, to: program.path), in: folder)
    guard run.succeeded else {
      let lost = run.output.split(separator: "\n").compactMap {
        $0.firstMatch(of: #/undefined symbol: (.+)/#).map { String($0.1) }
      }
      if lost.isEmpty {
        throw SentenceError("the check cannot be linked: \(run.output.prefix(400))")
      }
      let names = lost.prefix(2).joined(separator: ", ")
      throw Problem.doesNotLink("what others call has gone: \(names)")
    }
    return program
  }

  /// Whether the edited file declares other things than the original: names, types or stored properties.
  func declaresOthers(_ edited: URL, than file: String) -> Bool {
    func declared(_ file: URL) -> [String]? {
      (try? String(contentsOf: file, encoding: .utf8)).map(declarations)
    }
    return declared(edited) != declared(plan.root.appending(path: file))
  }

  /// The first errors, each with the line it is about.
  static func errors(in output: String) -> String {
    let lines = output.split(separator: "\n").map(String.init)
    let here = FileManager.default.currentDirectoryPath + "/"
    let starts = lines.indices.filter { lines[$0].contains(": error: ") }
    let errors = starts.prefix(3).map { start in
      ([lines[start].replacing(here, with: "")]
        + lines[(start + 1)...].prefix { !$0.contains(#/: (error|warning|note): /#) }.prefix(2))
        .joined(separator: "\n")
    }
    return errors.isEmpty ? String(output.prefix(600)) : errors.joined(separator: "\n")
  }
}
