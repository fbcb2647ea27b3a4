import Foundation
import Testing

@testable import Bench

/// The program from outside: rows as JSON, threads, memory that is not there.
@Suite struct ProcessTests {
  private let bench = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "bench").path

  @Test func aProcessPrintsItsRowAsJSON() throws {
    let rows = try rows(from: [
      bench, "--json", "--only", "step", "--steps", "20", "--threads", "1",
    ])
    #expect(rows.map(\.name) == ["step"] && rows[0].unit == "ms")
    #expect(rows[0].best > 0 && rows[0].best <= rows[0].median)
  }

  @Test func whatFitsIsMeasuredAndWhatDoesNotFitIsToldFromAFailure() throws {
    let step = "chapter4/18/4/32"
    let fits = try Child.run([bench, "--sweep-step", step], keepsErrors: true)
    #expect(try fits.succeeded && fits.rows().map(\.name) == [step])
    // 40 MB of data: less than the parameters of ResNet-18.
    let small = try Child.run(
      ["sh", "-c", "ulimit -d 40000; exec \(bench) --sweep-step \(step)"],
      environment: ["SWIFT_BACKTRACE": "enable=no"], keepsErrors: true)
    #expect(!small.succeeded && small.ranOutOfMemory, "\(small.errors)")
    let wrong = try Child.run([bench, "--sweep-step", "chapter4/19/4/32"], keepsErrors: true)
    #expect(!wrong.succeeded && !wrong.ranOutOfMemory)
  }

  @Test func theProcessorsNameIsReadFromTheSystem() {
    #expect(
      Machine.processorName(in: "processor\t: 0\nmodel name\t: AMD EPYC  9B14\n\nprocessor\t: 1\n")
        == "AMD EPYC 9B14")
    #expect(Machine.processorName(in: "processor : 0\n") == "a processor without a name")
  }

  @Test func peakMemoryIsThatOfThisProcess() {
    let before = peakMegabytes()
    let block = [UInt8](repeating: 1, count: 300_000_000)
    #expect(peakMegabytes() >= 300 && peakMegabytes() >= before && block.last == 1)
  }
}
