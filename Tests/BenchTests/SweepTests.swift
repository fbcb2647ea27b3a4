import Foundation
import Plots
import TestSupport
import Testing

@testable import Bench

/// What the sweep measures, how a process is given it, and what is made of its results.
@Suite struct SweepTests {
  @Test func onlyOneOfThreeIsVaried() {
    for axis in [SweepAxis.batch, .size] {
      #expect(
        axis.step(axis == .batch ? 64 : 96) == SweepStep(.chapter4, depth: 18, batch: 64, size: 96))
    }
    #expect(
      SweepAxis.batch.values.map { SweepAxis.batch.step($0).batch } == [16, 32, 64, 128, 256, 512])
    #expect(
      SweepAxis.size.values.map { SweepAxis.size.step($0).size } == [
        32, 64, 96, 128, 160, 192, 224,
      ])
    #expect(
      SweepAxis.depth.values.map { SweepAxis.depth.step($0).depth } == [18, 34, 50, 101, 152])
    #expect(SweepAxis.depth.step(50) == SweepStep(.torchvision, depth: 50, batch: 64, size: 96))
  }

  @Test func aStepIsReadAsItIsWritten() {
    for axis in SweepAxis.allCases {
      for value in axis.values {
        let step = axis.step(value)
        #expect(SweepStep(argument: step.argument) == step)
      }
    }
    #expect(SweepAxis.depth.step(50).argument == "torchvision/50/64/96")
  }

  @Test(arguments: [
    "", "chapter4/18/64", "chapter4/18/64/96/1", "chapter3/18/64/96", "chapter4/19/64/96",
    "chapter4/18/0/96",
    "chapter4/18/64/-96", "chapter4//64/96", "chapter4/18/64/96x",
  ])
  func whatIsNoStepIsRefused(text: String) { #expect(SweepStep(argument: text) == nil) }

  @Test func workGrowsAsTheMultiplicationsDo() {
    #expect(SweepAxis.batch.step(64).work == 64 && SweepAxis.batch.step(512).work == 512)
    #expect(SweepAxis.size.step(192).work == 4 * 64)
    #expect(SweepAxis.depth.step(152).work > 6 * SweepAxis.depth.step(18).work)
  }

  /// A machine without measuring it, as a log has it.
  static let machine = try! JSONDecoder().decode(
    Machine.self,
    from: Data(#"{"processor":"Some CPU","vectors":"AVX2","threads":2,"gigaflops":100}"#.utf8))

  /// The same with a peer that takes twice as long with two threads.
  static var besidePeer: SweepResults {
    var results = results(threads: [1, 2])
    for point in results.points where point.threads == 2 {
      results.add(
        .init(
          axis: point.axis, value: point.value, threads: 2, milliseconds: point.milliseconds! * 2,
          peer: "PyTorch f32"))
    }
    return results
  }

  static func results(threads: [Int], fits: (SweepAxis, Int) -> Bool = { _, _ in true })
    -> SweepResults
  {
    var results = SweepResults(machine)
    for axis in SweepAxis.allCases {
      for (i, value) in axis.values.enumerated() {
        for count in threads {
          let time = Double(10 + value) / (count == 1 ? 1 : 1.8 + 0.02 * Double(i))
          results.add(
            .init(
              axis: axis, value: value, threads: count, milliseconds: fits(axis, value) ? time : nil
            ))
        }
      }
    }
    return results
  }

  @Test func speedupIsTheTimeOfOneThreadDividedByThatOfAll() {
    let results = Self.results(threads: [1, 2])
    #expect(abs(results.speedup(.batch, 64)! - 1.84) < 1e-9)
    #expect(results.speedupRange == "1.80 to 1.92")
    #expect(Self.results(threads: [1]).speedupRange == nil)
  }

  @Test func theTableHasEachValueAndWhatDidNotFit() {
    let results = Self.results(threads: [1, 2]) { $0 != .batch || $1 < 512 }
    let lines = results.table.markdown.split(separator: "\n")
    #expect(lines.count == 2 + 18)
    #expect(lines[0] == "| varied | value | 1 thread, ms | 2 threads, ms | speedup |")
    #expect(lines[2] == "| batch | 16 | 26.00 | 14.44 | 1.80 |")
    #expect(lines[7] == "| batch | 512 | – | – | – |")
    #expect(results.tooLarge() == "batch 512")
    let small = Self.results(threads: [1, 2]) { $0 == .size || $1 < 100 }
    #expect(small.tooLarge() == "batch 128, 256, 512; depth 101, 152")
    #expect(Self.results(threads: [1, 2]).tooLarge() == nil)
    #expect(
      Self.results(threads: [1]).table.markdown.hasPrefix("| varied | value | 1 thread, ms |\n"))
  }

  @Test func aLogIsReadAsItWasWritten() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "sweep.jsonl")
      let results = Self.results(threads: [1, 2]) { $0 != .size || $1 < 200 }
      try results.write(to: file)
      let read = try SweepResults.read(Data(contentsOf: file))
      #expect(read.results.machine == results.machine && read.results.points == results.points)
      #expect(read.date.wholeMatch(of: #/\d{4}-\d\d-\d\d/#) != nil)
    }
  }

  @Test func theFigureHasThreePanelsWithTheirNamesAndTheSpeedup() {
    let svg = Self.results(threads: [1, 2]).picture(date: "2026-01-01").svg()
    for text in ["Batch", "Image size", "Depth", "ms per image", "layers", "512", "224", "152"] {
      #expect(svg.contains(">\(text)</text>"), "\(text)")
    }
    #expect(
      svg.matches(of: #/>1 thread</#).count == 3 && svg.matches(of: #/>2 threads</#).count == 3)
    #expect(svg.contains("2 threads are 1.80 to 1.92 times as fast as one"))
    #expect(svg.contains("Some CPU, 2 threads with AVX2, peak 100 GFLOP/s; 2026-01-01."))
    #expect(svg.contains("prefers-color-scheme: dark"))
  }

  @Test func aPeerHasAColumnAShareAndALine() throws {
    let results = Self.besidePeer
    let lines = results.table.markdown.split(separator: "\n")
    #expect(
      lines[0]
        == "| varied | value | 1 thread, ms | 2 threads, ms | speedup | PyTorch f32, ms | share |")
    #expect(lines[2] == "| batch | 16 | 26.00 | 14.44 | 1.80 | 28.89 | 0.50 |")
    #expect(
      results.sentences == [
        "2 threads are 1.80 to 1.92 times as fast as one.",
        "With 2 threads this package takes 0.50 of the time of PyTorch f32.",
      ])
    let svg = results.picture(date: "2026-01-01").svg()
    #expect(svg.matches(of: #/>PyTorch</#).count == 3)
    #expect(svg.contains("this package takes 0.50 of its time"))
    #expect(!Self.results(threads: [1, 2]).picture(date: "2026-01-01").svg().contains("PyTorch"))
  }

  @Test func aSweepWritesNothingIntoTheBook() throws {
    let book = try #require(Sweep.book)
    #expect(throws: (any Error).self) { try Sweep(threads: 2, folder: book) }
    #expect(throws: (any Error).self) {
      try Sweep(threads: 2, folder: book.appending(path: "../../Figures/Book/"))
    }
    #expect(try Sweep(threads: 2, folder: nil).folder.path.hasSuffix("/Figures/Runs/Bench"))
    #expect(try Sweep(threads: 1, folder: nil).threads == [1])
  }
}
