import Foundation
import TestSupport
import Testing

/// Where a run's figures go: never in the place of the book's.
@Suite(.serialized) struct PlacesTests {
  private let chapter3 = Program(name: "chapter3").file

  private func figure(in folder: String) -> URL {
    root.appending(path: "Figures/\(folder)/variants.svg")
  }

  private static let isBuiltHere = Program(name: "chapter3").file.path.hasPrefix(root.path + "/")

  @Test(.enabled(if: isBuiltHere, "the tests were built outside of the package"))
  func aRunWritesFiguresWhereGitIgnoresThemAndSaysWhere() throws {
    try inTemporaryFolder { elsewhere in
      let before = try Data(contentsOf: figure(in: "Chapter3"))
      let begun = Date()
      let result = try Program.run(chapter3, ["--figure-theme", "dark"], in: elsewhere)
      #expect(result.output.contains("figures:  Figures/Runs/Chapter3"))
      #expect(try Data(contentsOf: figure(in: "Chapter3")) == before)
      let written = try FileManager.default.attributesOfItem(
        atPath: figure(in: "Runs/Chapter3").path)
      #expect(written[.modificationDate] as! Date > begun)
      #expect(try names(in: elsewhere) == ["err", "out"])
    }
  }

  @Test func aProgramThatWasCopiedWritesWhereItIsRun() throws {
    try inTemporaryFolder { elsewhere in
      let copy = elsewhere.appending(path: "chapter3")
      try FileManager.default.copyItem(at: chapter3, to: copy)
      #expect(try Program.run(copy, [], in: elsewhere).status == 0)
      let figures = [
        "norm.svg", "running-mean.svg", "spaces-plain.svg", "spaces-residual.svg", "variants.svg",
        "without-projection.svg",
      ]
      #expect(try names(in: elsewhere.appending(path: "Figures/Runs/Chapter3")) == figures)
    }
  }

  @Test func theFiguresOfTheBookAreRefusedAsAPlace() throws {
    try inTemporaryFolder { elsewhere in
      let before = try Data(contentsOf: figure(in: "Chapter3"))
      defer { try? before.write(to: figure(in: "Chapter3")) }
      let book = root.appending(path: "Figures/Chapter3").path
      let result = try Program.run(chapter3, ["--figures", book], in: elsewhere)
      #expect(result.status == 64)
      #expect(result.errors.contains("which holds the book's figures; only swift run weave"))
    }
  }

  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}

private let root = URL(filePath: #filePath).appending(path: "../../..").standardized
