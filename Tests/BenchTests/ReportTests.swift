import TestSupport
import Testing

@testable import Bench
@testable import Terminal

/// The tables of what was measured, with all peers and with those that are there.
@Suite struct ReportTests {
  private let terminal = Terminal(isTerminal: false, environment: ["LANG": "C.UTF-8"])

  /// Each side takes as much as it is written here; a round takes 1 % more than the one before.
  private func report(_ sides: [Side], rounds: Int) -> Report {
    let times: [Side: [(String, String, Double)]] = [
      .here: [
        ("step", "ms", 2.1), ("epoch", "s", 2.5), ("resnet18", "ms", 440), ("resnet18", "MB", 917),
      ],
      .f32: [
        ("step", "ms", 5.25), ("epoch", "s", 10), ("resnet18", "ms", 1100),
        ("resnet18", "MB", 1834),
      ],
      .bf16: [("step", "ms", 4.2), ("resnet18", "ms", 880), ("resnet18", "MB", 1310)],
      .jax: [("step", "ms", 21), ("resnet18", "ms", 4400), ("resnet18", "MB", 1940)],
    ]
    var report = Report(peers: sides)
    for round in 0..<rounds {
      for side in [.here] + sides {
        for (name, unit, time) in times[side]! {
          report.add(Row(name, unit, [time * (1 + 0.01 * Double(round))]), side)
        }
      }
    }
    return report
  }

  @Test func theComparisonHasAColumnForEachPeerAndItsRatio() {
    #expect(
      report([.f32, .bf16, .jax], rounds: 3).comparison.markdown == """
        |  | here | PyTorch f32 | PyTorch bf16 | JAX | of f32 | of bf16 | of JAX |
        | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
        | step, ms | 2.12 | 5.30 | 4.24 | 21.21 | 0.40 | 0.50 | 0.10 |
        | epoch, s | 2.52 | 10.10 |  |  | 0.25 |  |  |
        | resnet18, ms | 444 | 1111 | 889 | 4444 | 0.40 | 0.50 | 0.10 |
        | resnet18, MB | 926 | 1852 | 1323 | 1959 | 0.50 | 0.70 | 0.47 |
        """)
  }

  @Test func aPeerThatIsAbsentHasNoColumn() {
    #expect(
      report([.jax], rounds: 1).comparison.markdown.split(separator: "\n")[0]
        == "|  | here | JAX | of JAX |")
    #expect(
      report([.f32, .bf16], rounds: 1).comparison.markdown.split(separator: "\n")[0]
        == "|  | here | PyTorch f32 | PyTorch bf16 | of f32 | of bf16 |")
  }

  @Test func theProcessesAreListedWithTheBest() {
    let lines = report([.f32], rounds: 3).processes.markdown.split(separator: "\n")
    #expect(lines[0] == "|  | measured by | best | medians of the processes |")
    #expect(lines[2] == "| step, ms | here | 2.10 | 2.10 2.12 2.14 |")
    #expect(lines[3] == "| step, ms | PyTorch f32 | 5.25 | 5.25 5.30 5.36 |")
    let alone = report([], rounds: 2).processes.markdown.split(separator: "\n")
    #expect(alone[0] == "|  | best | medians of the processes |")
    #expect(alone[2] == "| step, ms | 2.10 | 2.10 2.12 |")
  }

  @Test func theBestOfARateIsTheMost() {
    var report = Report()
    for rate in [230.0, 238, 235] { report.add(Row("peak", "GFLOP/s", [rate]), .here) }
    #expect(report.processes.markdown.hasSuffix("| peak, GFLOP/s | 238 | 230 238 235 |"))
  }

  @Test func fiveRoundsOfAllPeersFitIntoEightyColumns() {
    let report = report([.f32, .bf16, .jax], rounds: 5)
    for table in [report.comparison, report.processes] {
      for line in table.text(terminal).split(separator: "\n") {
        #expect(line.displayWidth <= 80, "\(line)")
      }
    }
  }
}
