import Chapter6Net
import Notebook

// Tables of what was measured of trained nets: this run's numbers, and beside them those of the recorded run.

extension Study {
  /// The headings of a column of this run and, unless it has them all, of one of recorded numbers.
  func columns(_ name: String) -> [String] {
    showsRecord ? [name, "\(name), recorded"] : [name]
  }

  /// Whether there is a record, of such nets as this run's.
  private var showsRecord: Bool { recorded.record != nil && residual.depth == 54 }

  /// The cells of a row: a value of this run and of the recorded one.
  func cells<Result>(
    _ model: NetModel, _ here: [Trial<NetModel, Result>], _ there: [Trial<NetModel, Result>],
    as text: @MainActor ([Double]) -> String = percent, _ value: (Result) -> Double
  ) -> [String] {
    [text(here.of(model).map(value))] + (showsRecord ? [text(there.of(model).map(value))] : [])
  }
}

private func twoDecimals(_ values: [Double]) -> String {
  values.isEmpty ? "" : "\(Spread(values, digits: 2))"
}

/// Loss and error of the trained nets.
func trainedTable(_ here: [Trial<NetModel, Trained>], _ study: Study) -> Table {
  var table = Table(
    header: ["net", "epochs"] + study.columns("loss") + study.columns("test error, %"))
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
  var table = Table(header: ["net", "epoch"] + study.columns("test error, %"))
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

/// The error after the deletion of single blocks, beside what the paper has.
func deletionTable(_ here: [Trial<NetModel, [Double]>], _ study: Study) -> Table {
  let there = study.recorded.deletions
  var table = Table(
    header: ["net", "deleted"] + study.columns("test error, %") + ["Veit et al. 2016"])
  func add(
    _ model: NetModel, _ name: String, _ paper: String, _ value: @escaping ([Double]) -> Double
  ) {
    table.add(cells: [model, name] + study.cells(model, here, there, value) + [paper])
  }
  func add(intact model: NetModel) {
    let errors = study.cells(model, study.trained, study.recorded.trained, \.error)
    table.add(cells: [model, "no block"] + errors + [""])
  }
  add(intact: study.residual)
  add(study.residual, "block 1", "") { $0[0] }
  add(study.residual, "block 2", "") { $0[1] }
  add(study.residual, "block 3", "") { $0[2] }
  add(study.residual, "the block that halves", Published.deletions.halving) { $0[$0.count / 2] }
  add(study.residual, "the others, least", Published.deletions.residual) { later($0).min()! }
  add(study.residual, "the others, mean", "") { Spread(later($0)).mean }
  add(study.residual, "the others, greatest", "") { later($0).max()! }
  add(intact: study.plain)
  add(study.plain, "any, least", Published.deletions.plain) { $0.min()! }
  add(study.plain, "any, greatest", "") { $0.max()! }
  return table
}

/// The errors without each block but the first three and the one that halves.
func later(_ errors: [Double]) -> [Double] {
  errors.indices.filter { $0 > 2 && $0 != errors.count / 2 }.map { errors[$0] }
}

/// The error after the deletion of several blocks.
func severalTable(
  _ counts: [Int], _ here: [Trial<NetModel, [Double]>], _ study: Study
) -> Table {
  var table = Table(header: ["blocks deleted"] + study.columns("test error, %"))
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
    header: ["pairs swapped"] + study.columns("τ") + study.columns("test error, %"))
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
    header: ["behind block"] + study.columns("test error, %") + study.columns("|F| : |x|"))
  let (errors, blocks) = (here[0].result.errors.count, here[0].result.ratios.count)
  for block in stride(from: blocks > 12 ? 2 : 1, through: blocks, by: blocks > 12 ? 3 : 1) {
    let read = block - (blocks - errors) - 1
    let cells = study.cells(study.residual, here, there) { read < 0 ? .nan : $0.errors[read] }
    let ratios = study.cells(study.residual, here, there, as: twoDecimals) { $0.ratios[block - 1] }
    table.add(cells: [block] + cells + ratios)
  }
  return table
}
