import Foundation
import Plots
import Sentences

/// The figure of a sweep: the time per image against batch, size and depth, with one thread and with all.
extension SweepResults {
  /// - Parameter date: the day of the measurement.
  func picture(date: String) -> Picture {
    ChartRow(
      title, SweepAxis.allCases.map(chart),
      notes: [Self.note, "\(machine.sentence); \(date)."] + peerNote
    ).picture()
  }

  private static let note =
    "ResNet-18 with Adam, batches of 64 at 96 × 96 where not varied; for depth torchvision's nets."

  private var title: String {
    guard let range = speedupRange, let most = threads.last else {
      return "The time of a training step per image"
    }
    return "A training step per image: \(most) threads are \(range) times as fast as one"
  }

  private func chart(_ axis: SweepAxis) -> LineChart {
    let isLogarithmic = axis == .batch
    var chart = LineChart(
      axis.title,
      x: Axis(axis.label, isLogarithmic ? .logarithmic : .linear, ticks: axis.ticks),
      y: Axis(axis == .batch ? "ms per image" : "", range: 0 ... .infinity))
    for (threads, color) in zip(threads, [Color.orange, .blue]) {
      let points = points(axis) { time($0, $1, threads: threads) }
      chart.line(counted(threads, "thread"), points, color: color, dots: true)
    }
    if let peer, let most = threads.last {
      let points = points(axis) { time($0, $1, threads: most, peer: peer) }
      chart.line("PyTorch", points, color: .gray, dots: true)
    }
    return chart
  }

  private func points(
    _ axis: SweepAxis, _ time: (SweepAxis, Int) -> Double?
  ) -> [Plots.Point] {
    axis.values.compactMap { value in
      time(axis, value).map { Plots.Point(Double(value), $0) }
    }
  }

  private var peerNote: [String] {
    guard let peer, let range = shareRange, let most = threads.last else { return [] }
    return [
      "\(peer): with \(counted(most, "thread")), channels-last; this package takes \(range) of its time."
    ]
  }
}

extension SweepAxis {
  fileprivate var title: String {
    switch self {
    case .batch: "Batch"
    case .size: "Image size"
    case .depth: "Depth"
    }
  }

  fileprivate var label: String {
    switch self {
    case .batch: "images in a batch"
    case .size: "height and width, in pixels"
    case .depth: "layers"
    }
  }

  /// The values that have room to stand below the axis.
  fileprivate var ticks: [Double] {
    switch self {
    case .batch: values.map(Double.init)
    case .size: [32, 96, 160, 224]
    case .depth: [18, 50, 101, 152]
    }
  }
}
