import Foundation
import Sentences
import Synchronization
import TestSupport
import Testing

@testable import Weaving

@Suite struct LiveModuleTests {
  @Test func missingPackagesAreNamedWithTheCommandThatInstallsThem() throws {
    try inTemporaryFolder { folder in
      let error = #expect(throws: SentenceError.self) { _ = try LiveToolchain(root: folder) }
      let packages = "wasi-libc libclang-rt-19-dev-wasm32"
      #expect(
        error?.description
          == "wasi-libc and libclang-rt-19-dev-wasm32 are not installed: apt-get install -y \(packages)"
      )
    }
  }

  /// Without this, the tests of labs would be skipped if the engine no longer compiled for a page.
  @Test(
    .enabled(if: (try? LiveToolchain()) != nil, "the packages for WebAssembly are not installed"))
  func whereThePackagesAreTheEngineCompiles() {
    if case .missing(let why) = PageEngine.tested { Issue.record("\(why)") }
  }

  @Test func theReadmeInstallsThePackagesAndNamesTheVersions() throws {
    let readme = try repository.text("README.md")
    for package in LiveToolchain.packages { #expect(readme.contains(" \(package) ")) }
    let versions = LiveToolchain.knownVersions.joined(separator: ", ")
    #expect(readme.contains("Swift \(versions)"))
  }

  @Test func whatNeedsOthersIsDoneAfterThem() throws {
    let done = Mutex<[String]>([])
    let queue = LiveQueue([("a", []), ("b", []), ("c", ["a", "b"]), ("d", ["c"])])
    try queue.work { name in done.withLock { $0.append(name) } }
    let order = done.withLock { $0 }
    #expect(Set(order.prefix(2)) == ["a", "b"])
    #expect(order.suffix(2) == ["c", "d"])
  }

  @Test func afterAFailureNothingMoreIsBegun() {
    let done = Mutex<[String]>([])
    let queue = LiveQueue([("a", []), ("b", ["a"])])
    #expect(throws: SentenceError("no")) {
      try queue.work { name in
        done.withLock { $0.append(name) }
        throw SentenceError("no")
      }
    }
    #expect(done.withLock { $0 } == ["a"])
  }

  @Test func aModuleNeedsWhatItsFilesImport() throws {
    let units = try LiveUnit.engine(in: repository) + [LiveUnit.pages(in: repository)]
    let sources = try LiveSources(repository, units, compiler: "Swift version 6.3")
    #expect(sources.needs["Chapter4Net"]!.isSuperset(of: ["Chapter3Blocks", "Layers", "Autograd"]))
    #expect(!sources.needs["Layers"]!.contains("Datasets"))
    let other = try LiveSources(repository, units, compiler: "Swift version 6.4")
    #expect(sources.hashes["Kernels"] != other.hashes["Kernels"])
  }

  @Test func aCompressedModuleIsReadByGunzip() throws {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* $0 / 7) }
    try inTemporaryFolder { folder in
      try Data(gzipped(bytes)).write(to: folder.appending(path: "bytes.gz"))
      let (_, status) = try Child.run(["gunzip", "bytes.gz"], in: folder, [:])
      #expect(status == 0)
      #expect(try Array(Data(contentsOf: folder.appending(path: "bytes"))) == bytes)
    }
  }
}
