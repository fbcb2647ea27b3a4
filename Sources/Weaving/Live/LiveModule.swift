import Files
import Foundation
import Sentences

/// The engine and the labs as a WebAssembly module, compiled when it is first asked for.
///
/// What was compiled is kept in `.build/live` under a hash of everything it was made of: the sources, the
/// compiler and the libraries. While they stay the same, nothing is compiled.
package struct LiveModule: Sendable {
  /// What there is for the pages.
  package enum Outcome: Sendable {
    /// The module, and perhaps a sentence about the compiler that made it.
    case compiled(Data, note: String?)
    /// None, and why: packages are missing, or the compiler fails.
    case missing(because: String)
  }

  private let repository: Repository
  private let units: [LiveUnit]
  private var name: String { units.last!.name }
  private var folder: URL { repository.file(".build/live") }

  /// The module that the pages load.
  package init(_ repository: Repository) throws {
    try self.init(repository, [LiveUnit.pages(in: repository)])
  }

  /// One with other modules above the engine, of which the last is called.
  init(_ repository: Repository, _ above: [LiveUnit]) throws {
    (self.repository, units) = (repository, try LiveUnit.engine(in: repository) + above)
  }

  /// - Parameter progress: is told, from several threads, what is being compiled.
  /// - Throws: `SentenceError` if sources cannot be read or the result cannot be written.
  package func compiled(progress: @Sendable (String) -> Void = { _ in }) throws -> Outcome {
    let toolchain: LiveToolchain
    do { toolchain = try LiveToolchain() } catch let error as SentenceError {
      return .missing(because: error.description)
    }
    let sources = try LiveSources(repository, units, compiler: toolchain.version)
    let kept = folder.appending(path: "\(name)-\(try hash(sources, toolchain)).wasm")
    if let module = try? Data(contentsOf: kept) { return .compiled(module, note: toolchain.note) }
    do {
      let module = try compiled(sources, toolchain, as: kept, progress)
      return .compiled(module, note: toolchain.note)
    } catch let error as SentenceError {
      let sentences = [error.description, toolchain.note].compactMap { $0 }
      return .missing(because: sentences.joined(separator: " "))
    }
  }

  private func compiled(
    _ sources: LiveSources, _ toolchain: LiveToolchain, as kept: URL,
    _ progress: @Sendable (String) -> Void
  ) throws -> Data {
    let modules = folder.appending(path: "modules")
    try makeFolder(modules)
    let lock = try lock()
    defer { withExtendedLifetime(lock) {} }
    if let module = try? Data(contentsOf: kept) { return module }
    let compilation = LiveCompilation(
      repository: repository, sources: sources, toolchain: toolchain, folder: modules)
    let module = try compilation.run(progress: progress)
    try replace(kept, with: module)
    removeOlder(than: kept)
    return module
  }

  /// Waits until no other program compiles the engine; none does while what is returned is held.
  private func lock() throws -> Draft {
    let start = Date()
    while true {
      do { return try Draft(of: folder.appending(path: "compiling")) } catch {
        guard Date().timeIntervalSince(start) < 600 else { throw error }
        Thread.sleep(forTimeInterval: 0.2)
      }
    }
  }

  private func hash(_ sources: LiveSources, _ toolchain: LiveToolchain) throws -> String {
    let libraries = try toolchain.libraries.map { digest(try Data(contentsOf: $0)) }
    let all = [sources.hashes[name]!] + LiveCompilation.linkerFlags + libraries
    return digest(Data(all.joined(separator: "\0").utf8))
  }

  private func removeOlder(than kept: URL) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where name.hasPrefix(self.name + "-") && name != kept.lastPathComponent {
      try? FileManager.default.removeItem(at: folder.appending(path: name))
    }
  }
}
