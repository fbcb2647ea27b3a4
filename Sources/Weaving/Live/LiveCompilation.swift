import Foundation
import Sentences

/// Compiles and links the engine.
///
/// What was compiled before and is still the same is not compiled again.
struct LiveCompilation: Sendable {
  /// For small code; functions that take the time are marked `@_optimize(speed)`.
  static let flags = [
    "-target", "wasm32-unknown-none-wasm", "-enable-experimental-feature", "Embedded", "-wmo",
    "-Osize", "-Xcc", "-msimd128", "-Xcc", "-mbulk-memory", "-Xfrontend",
    "-disable-stack-protector", "-package-name", "book", "-parse-as-library", "-swift-version", "6",
    "-suppress-warnings",
    // A copy of a function for each closure that it is given is faster, and larger.
    "-Xllvm", "-sil-disable-pass=closure-specialize", "-Xllvm", "-sil-disable-pass=capture-prop",
    // The object file holds LLVM's code, which the linker compiles, all of it together.
    "-lto=llvm-full",
    // No checks for what the engine never does, an index outside an array or a sum beyond `Int`: natively the same
    // sources are checked for it. What a reader may do wrong is refused in sentences, here, too.
    "-Xfrontend", "-remove-runtime-asserts",
  ]

  /// Among others: what is never called is left out.
  static let linkerFlags = [
    "--no-entry", "--gc-sections", "--strip-all", "-O2", "--lto-O2", "--compress-relocations", "-z",
    "stack-size=1048576",
  ]

  let repository: Repository
  let sources: LiveSources
  let toolchain: LiveToolchain
  /// Where the modules are; other programs must leave it alone.
  let folder: URL

  /// - Parameter progress: is told, from several threads, what is being done.
  /// - Returns: the linked module.
  /// - Throws: `SentenceError` with what the compiler says.
  func run(progress: @Sendable (String) -> Void) throws -> Data {
    let queue = LiveQueue(sources.units.map { ($0.name, sources.needs[$0.name]!) })
    try queue.work { name in
      let key = folder.appending(path: "\(name).key")
      let hash = sources.hashes[name]!
      if (try? String(contentsOf: key, encoding: .utf8)) == hash { return }
      try? FileManager.default.removeItem(at: key)
      let place = sources.units.firstIndex { $0.name == name }!
      progress(
        "compiling the engine for the pages, module \(place + 1) of \(sources.units.count): \(name)"
      )
      try compile(sources.units[place])
      try Data(hash.utf8).write(to: key)
    }
    return try link()
  }

  private func compile(_ unit: LiveUnit) throws {
    var command = ["swiftc"] + Self.flags
    command += sources.implied(in: unit).flatMap {
      ["-Xfrontend", "-import-module", "-Xfrontend", $0]
    }
    command += ["-I", repository.file(LiveSources.headers).path, "-I", "."]
    command += ["-module-name", unit.name, "-emit-module"]
    command += ["-emit-module-path", "\(unit.name).swiftmodule"]
    if unit.hasObject { command += ["-emit-object", "-o", "\(unit.name).o"] }
    command += try unit.files.map {
      unit.listsProperties ? try listed($0) : repository.file($0).path
    }
    try run(command, log: "\(unit.name).log")
  }

  /// Writes the file anew, with a list of the stored properties of its classes.
  private func listed(_ path: String) throws -> String {
    let copy = folder.appending(path: path.replacing("/", with: "-"))
    try Data(StoredProperties.listed(sources.texts[path]!).utf8).write(to: copy)
    return copy.path
  }

  private func link() throws -> Data {
    let last = sources.units.last!
    let exports = last.files.flatMap { file in
      sources.texts[file]!.matches(of: #/@_cdecl\("(\w+)"\)/#).map { "--export=\($0.1)" }
    }
    let objects = [last.name, "Embedded"].map { "\($0).o" } + toolchain.libraries.map(\.path)
    try run(
      [toolchain.linker.path] + Self.linkerFlags + exports + objects + ["-o", "linked.wasm"],
      log: "link.log")
    return try Data(contentsOf: folder.appending(path: "linked.wasm"))
  }

  private func run(_ command: [String], log name: String) throws {
    let log = folder.appending(path: name)
    guard try Child.run(command, in: folder, log: log) != 0 else { return }
    let said = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
    let errors = said.split(separator: "\n").filter { $0.contains("error") }.prefix(5)
    throw SentenceError(
      "\(toolchain.version) does not compile it:\n"
        + (errors.isEmpty ? said : errors.joined(separator: "\n")))
  }
}
