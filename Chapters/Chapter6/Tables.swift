import Chapter6Net
import Notebook

// Tables of what was measured of trained nets: this run's numbers, and beside them those of the recorded run.

extension Study {
  /// The heading of a column of recorded numbers, or nothing if this run has them all.
  var recordedColumn: [String] { recorded.record == nil ? [] : ["recorded, five seeds"] }

  /// The cells of a row: a value of this run and of the recorded one.
  func cells<Result>(
    _ model: NetModel, _ here: [Trial<NetModel, Result>], _ there: [Trial<NetModel, Result>],
    as text: @MainActor ([Double]) -> String = percent, _ value: (Result) -> Double
  ) -> [String] {
    let recordedModel = model.isAsRecorded
    return [text(here.of(model).map(value))]
      + (recorded.record == nil
        ? [] : [recordedModel ? text(there.of(model).map(value)) : ""])
  }
}

private func twoDecimals(_ values: [Double]) -> String {
  values.isEmpty ? "" : "\(Spread(values, digits: 2))"
}

extension NetModel {
  /// Whether such a net is in the record, which holds no short nets.
  var isAsRecorded: Bool { depth == 54 || depth == 22 }
}

/// Loss and error of the trained nets.
func trainedTable(_ here: [Trial<NetModel, Trained>], _ study: Study) -> Table {
  var table = Table(
    header: ["net", "epochs", "loss"] + study.recordedColumn + ["test error, %"]
      + study.recordedColumn)
  for model in [study.residual, study.plain] {
    let epochs = here.of(model).first?.losses.count ?? 0
    let losses = study.cells(model, here, study.recorded.trained, as: twoDecimals) {
      $0.losses.last ?? .nan
    }
    table.add(
      cells: [model, epochs] + losses
        + study.cells(model, here, study.recorded.trained, \.error))
  }
  return table
}

/// The error of the deep nets after each epoch, by how their branches begin.
func startTable(_ here: [Trial<NetModel, Trained>], _ study: Study) -> Table {
  var table = Table(header: ["net", "epoch", "test error, %"] + study.recordedColumn)
  for scaling in Scaling.allCases {
    let model = NetModel(depth: study.residual.depth, scaling: scaling)
    for epoch in here.of(study.residual)[0].errors.indices {
      table.add(
        cells: [model, epoch + 1]
          + study.cells(model, here, study.recorded.trained) {
            epoch < $0.errors.count ? $0.errors[epoch] : .nan
          })
    }
  }
  return table
}

/// The error after the deletion of single blocks.
func deletionTable(_ here: [Trial<NetModel, [Double]>], _ study: Study) -> Table {
  let there = study.recorded.deletions
  var table = Table(header: ["net", "deleted", "test error, %"] + study.recordedColumn)
  func add(_ model: NetModel, _ name: String, _ value: @escaping ([Double]) -> Double) {
    table.add(cells: [model, name] + study.cells(model, here, there, value))
  }
  add(study.residual, "block 1") { $0[0] }
  add(study.residual, "block 2") { $0[1] }
  add(study.residual, "the block that halves") { $0[$0.count / 2] }
  add(study.residual, "of all others, least") { later($0).min()! }
  add(study.residual, "of all others, greatest") { later($0).max()! }
  add(study.plain, "any block, least") { $0.min()! }
  add(study.plain, "any block, greatest") { $0.max()! }
  return table
}

/// The errors of all blocks but the first two and the one that halves.
func later(_ errors: [Double]) -> [Double] {
  errors.indices.filter { $0 > 1 && $0 != errors.count / 2 }.map { errors[$0] }
}

/// The error after the deletion of several blocks.
func severalTable(
  _ counts: [Int], _ here: [Trial<NetModel, [Double]>], _ study: Study
) -> Table {
  var table = Table(header: ["blocks deleted", "test error, %"] + study.recordedColumn)
  for (i, count) in counts.enumerated() where here.allSatisfy({ i < $0.result.count }) {
    table.add(
      cells: [count] + study.cells(study.residual, here, study.recorded.several) { $0[i] })
  }
  return table
}

/// τ and error of reordered nets.
func orderTable(_ here: [Trial<NetModel, [Reordering]>], _ study: Study) -> Table {
  let there = study.recorded.orders
  var table = Table(
    header: ["pairs swapped", "τ"] + study.recordedColumn + ["test error, %"]
      + study.recordedColumn)
  for (i, first) in here[0].result.enumerated() {
    let taus = study.cells(study.residual, here, there, as: twoDecimals) { $0[i].tau }
    table.add(
      cells: [first.swaps] + taus + study.cells(study.residual, here, there) { $0[i].error })
  }
  return table
}

/// The error of the classifier read behind blocks of the second stage, and how large branches are.
func readoutTable(_ here: [Trial<NetModel, Readout>], _ study: Study) -> Table {
  let there = study.recorded.readouts
  var table = Table(
    header: ["behind block", "test error, %"] + study.recordedColumn + ["|F| : |x|"]
      + study.recordedColumn + ["cosine"] + study.recordedColumn)
  let (errors, blocks) = (here[0].result.errors.count, here[0].result.ratios.count)
  for i in stride(from: 0, to: errors, by: 3) {
    let block = blocks - errors + i + 1
    let ratios = study.cells(study.residual, here, there, as: twoDecimals) {
      $0.ratios[block - 1]
    }
    let cosines = study.cells(study.residual, here, there, as: twoDecimals) {
      $0.cosines[block - 1]
    }
    table.add(
      cells: [block] + study.cells(study.residual, here, there) { $0.errors[i] } + ratios
        + cosines)
  }
  return table
}
