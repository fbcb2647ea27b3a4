import Foundation
import Sentences

/// The slower way to a learner's program: the file's module is compiled as a whole, and so is every module
/// that stands on it.
///
/// That is needed if the file declares other things than the original, such as a stored property: the
/// objects of other files were compiled for what the original declares.
struct Rebuilding {
  private let compiling: Compiling

  init(_ compiling: Compiling) { self.compiling = compiling }

  func program(
    _ edited: URL, for file: String, in changed: BuildPlan.Module, say: (String) -> Void
  ) throws -> URL {
    let plan = compiling.plan
    let names = plan.modulesOfObjects
    var rebuilt: [String: String] = [:]
    let start = Date()
    for name in try inOrder(names, above: changed.name) {
      say("\(name) is compiled (\(Int(Date().timeIntervalSince(start))) s so far).")
      let module = try plan.module(named: name)
      var sources = module.objects.keys.sorted()
      if name == changed.name {
        sources = sources.map { $0 == plan.root.appending(path: file).path ? edited.path : $0 }
      }
      rebuilt[name] = try compile(module, sources).path
    }
    let objects = plan.objects.filter { object in
      !rebuilt.keys.contains { object.contains("/\($0).build/") }
    }
    return try compiling.link(objects + rebuilt.values.sorted(), as: "rebuilt")
  }

  private func compile(_ module: BuildPlan.Module, _ sources: [String]) throws -> URL {
    let folder = compiling.folder
    let modules = folder.appending(path: "Modules")
    try FileManager.default.createDirectory(at: modules, withIntermediateDirectories: true)
    let object = folder.appending(path: "\(module.name).o")
    // Probes need not be fast, and are many.
    let isProbes = module.name == "ExerciseCatalog"
    let settings = module.settings.map { isProbes && $0 == "-O" ? "-Onone" : $0 }
    let arguments =
      ["-c", "-wmo", "-num-threads", "0", "-emit-module", "-emit-module-path"]
      + [modules.appending(path: "\(module.name).swiftmodule").path, "-I", modules.path]
      + settings + sources + ["-diagnostic-style", "llvm", "-o", object.path]
    let run = try ToolRun(compiling.plan.compiler, arguments, in: folder)
    guard run.succeeded else {
      throw Compiling.Problem.doesNotCompile(Compiling.errors(in: run.output))
    }
    return object
  }

  /// The changed module and all that import it, directly or not, each behind what it imports.
  private func inOrder(_ names: [String], above changed: String) throws -> [String] {
    let imports = try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try importsOf($0).intersection(names)) })
    var affected: Set = [changed]
    while let next = names.first(where: {
      !affected.contains($0) && !imports[$0]!.isDisjoint(with: affected)
    }) {
      affected.insert(next)
    }
    var ordered: [String] = []
    while let next = affected.sorted().first(where: {
      !ordered.contains($0) && imports[$0]!.intersection(affected).isSubset(of: ordered)
    }) {
      ordered.append(next)
    }
    return ordered
  }

  private func importsOf(_ name: String) throws -> Set<String> {
    let files = try compiling.plan.module(named: name).objects.keys
    return try files.reduce(into: Set()) { found, file in
      let text = try String(contentsOfFile: file, encoding: .utf8)
      for match in text.matches(of: #/(?m)^ *(?:@\w+ )*(?:public )?import (\w+)/#) {
        found.insert(String(match.1))
      }
    }
  }
}

extension BuildPlan {
  /// The modules whose objects are linked.
  fileprivate var modulesOfObjects: [String] {
    let names = objects.compactMap { $0.firstMatch(of: #/\/(\w+)\.build\//#).map { String($0.1) } }
    return Set(names).filter { (try? module(named: $0)) != nil }.sorted()
  }
}
