import Foundation
import Sentences

/// What compiles the engine for the pages: Swift's compiler and its linker, and two libraries of Debian.
struct LiveToolchain {
  /// Of the compiler, as it says it: `Swift version 6.3.1 (swift-6.3.1-RELEASE)`.
  let version: String
  /// Links WebAssembly.
  let linker: URL
  /// `libc.a` and what the compiler calls for arithmetic that WebAssembly lacks.
  let libraries: [URL]

  /// The versions of Swift whose Embedded Swift is known to compile the engine.
  static let knownVersions = ["6.3"]

  /// The packages of Debian 12 and 13 with the two libraries.
  static let packages = ["wasi-libc", "libclang-rt-19-dev-wasm32"]

  /// - Parameter root: the folder below which the packages lie, `/` if they are installed. Without the rights to
  ///   install them they may be unpacked anywhere, and the environment variable `WASM_ROOT` names the folder.
  /// - Throws: `SentenceError` that says what is missing, and how to get it.
  init(
    root: URL = URL(filePath: ProcessInfo.processInfo.environment["WASM_ROOT"] ?? "/")
  ) throws {
    libraries = try Self.libraries(root)
    let info = try Self.targetInfo()
    version = info.compilerVersion
    let resources = URL(filePath: info.paths.runtimeResourcePath)
    // Not resolved: the linker is a link to a program that goes by its name.
    linker = resources.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "bin/wasm-ld")
    let embedded = resources.appending(path: "embedded/wasm32-unknown-none-wasm")
    for needed in [linker, embedded]
    where !FileManager.default.fileExists(atPath: needed.path) {
      throw SentenceError(
        "this \(version) cannot compile for web pages: \(needed.path) is missing, which toolchains of swift.org have"
      )
    }
  }

  /// `6.3`.
  var shortVersion: String {
    version.firstMatch(of: #/\d+\.\d+/#).map { String($0.0) } ?? version
  }

  /// A sentence if the compiler is of another version than those known to work.
  var note: String? {
    Self.knownVersions.contains(shortVersion)
      ? nil
      : "The engine for the pages is known to compile with Swift "
        + "\(Self.knownVersions.joined(separator: ", ")); this is \(version)."
  }

  private static func libraries(_ root: URL) throws -> [URL] {
    let llvm = root.appending(path: "usr/lib")
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: llvm.path)) ?? []
    let builtins = versions.filter { $0.hasPrefix("llvm-") }.sorted().reversed().flatMap { name in
      let clang = llvm.appending(path: "\(name)/lib/clang")
      let inside = (try? FileManager.default.contentsOfDirectory(atPath: clang.path)) ?? []
      return inside.map { clang.appending(path: "\($0)/lib/wasi/libclang_rt.builtins-wasm32.a") }
    }
    let candidates = [[root.appending(path: "usr/lib/wasm32-wasi/libc.a")], builtins]
    let found = candidates.map { files in
      files.first { FileManager.default.fileExists(atPath: $0.path) }
    }
    let missing = zip(packages, found).filter { $1 == nil }.map { $0.0 }
    guard missing.isEmpty else {
      throw SentenceError(
        "\(missing.joined(separator: " and ")) \(missing.count == 1 ? "is" : "are") not installed: "
          + "apt-get install -y \(packages.joined(separator: " "))")
    }
    return found.compactMap { $0 }
  }

  private struct TargetInfo: Decodable {
    struct Paths: Decodable { let runtimeResourcePath: String }
    let compilerVersion: String
    let paths: Paths
  }

  private static func targetInfo() throws -> TargetInfo {
    let (printed, status) = try Child.run(
      ["swiftc", "-print-target-info"], in: URL(filePath: "/"), [:])
    guard status == 0 else {
      throw SentenceError("swiftc, Swift's compiler, is not among the programs in PATH")
    }
    return try JSONDecoder().decode(TargetInfo.self, from: Data(printed.utf8))
  }
}
