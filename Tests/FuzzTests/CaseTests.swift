import Foundation
import TestSupport
import Testing

@testable import Fuzzing

@Suite struct CaseTests {
  @Test(arguments: Loader.all.map(\.name))
  func someThousandSpoiledFilesAreReadOrRefused(name: String) throws {
    let loader = try #require(Loader.all.first { $0.name == name })
    try inTemporaryFolder { folder in
      var (accepted, refused) = (0, Set<String>())
      for number: UInt64 in 0..<1_000 {
        switch Case(loader, seed: 1, number: number).verdict(writingTo: folder.appending(path: "a"))
        {
        case .accepted: accepted += 1
        case .refused(let sentence): refused.insert(sentence)
        }
      }
      // Were all accepted, or all refused for the same few reasons, then little would be tested.
      #expect(accepted >= 50 && refused.count >= 10, "\(accepted), \(refused.count)")
    }
  }

  /// Of one sound file of each format.
  @Test(arguments: Loader.all.map(\.name))
  func whereverAFileIsCutOffItIsReadOrRefused(name: String) throws {
    let loader = try #require(Loader.all.first { $0.name == name })
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "a")
      let bytes = try #require(
        (0..<100).lazy.map { Case(loader, seed: 2, number: $0).bytes }.first {
          loader.verdict(on: $0, file) == .accepted && $0.count > 40
        })
      for count in 0..<min(bytes.count, 2_000) {
        _ = loader.verdict(on: Array(bytes.prefix(count)), file)
      }
    }
  }

  @Test(arguments: Loader.all.map(\.name)) func theSameSeedMakesTheSameFiles(name: String) throws {
    let loader = try #require(Loader.all.first { $0.name == name })
    let files = { (seed: UInt64) in (0..<30).map { Case(loader, seed: seed, number: $0).bytes } }
    #expect(files(7) == files(7))
    #expect(files(7) != files(8))
    #expect(Set(files(7)).count > 20)
  }

  @Test func whatIsThrownMustBeASentenceOfOurs() async {
    await #expect(processExitsWith: .failure) {
      let loader = Loader(name: "odd") { _ in
        Specimen(bytes: [])
      } read: { _, _ in
        throw CancellationError()
      }
      _ = loader.verdict(on: [], URL(filePath: "/dev/null"))
    }
  }
}
