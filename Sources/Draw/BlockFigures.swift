import Autograd
import Chapter2Net
import Chapter3Blocks
import Chapter5Net
import Drawing
import Files
import Foundation
import Layers
import Notebook
import Plots
import Sentences

/// Figures of several residual blocks side by side, which have names of their own in place of a net's.
enum BlockFigure: String, CaseIterable {
  case variants
  case changing = "variants-changed"
  case orderings

  var summary: String {
    switch self {
    case .variants: "chapter 3: five residual blocks that keep the shape"
    case .changing: "chapter 3: four that change it"
    case .orderings: "chapter 5: five orderings, with their errors here and in He et al. 2016"
    }
  }

  func diagram(_ look: Look) throws -> Diagram {
    let isChinese = look.language == .chinese
    switch self {
    case .variants:
      return try .blocks(
        samples(channels: 64, stride: 1, isChinese),
        claim: isChinese
          ? "五种残差块的区别在于归一化和 ReLU 的位置" : "Five residual blocks differ in where norm and ReLU stand",
        look: look)
    case .changing:
      return try .blocks(
        Array(samples(channels: 128, stride: 2, isChinese).dropFirst()),
        claim: isChinese ? "形状改变时，捷径也不同" : "Where the shape changes, the shortcuts differ, too",
        look: look)
    case .orderings:
      let samples = try orderings()
      return try .blocks(
        samples,
        claim: isChinese ? "110 层时五种顺序的错误率" : "Five orderings, and their errors at 110 layers",
        marksEnd: true, look: look)
    }
  }

  private func samples(channels: Int, stride: Int, _ isChinese: Bool) -> [BlockSample] {
    var random = Random(seed: 1)
    let keeps = stride == 1
    func sample(_ title: (String, String), _ difference: (String, String), _ block: any Layer)
      -> BlockSample
    {
      BlockSample(
        graph(of: block), title: isChinese ? title.1 : title.0,
        difference: isChinese ? difference.1 : difference.0, facts: [.parameters])
    }
    return [
      sample(
        ("MNIST notebook", "MNIST 笔记"), ("no norm", "无归一化"), ResidualBlock(64, using: &random)),
      sample(
        ("ResNet-18 notebook", "ResNet-18 笔记"),
        keeps
          ? ("norm behind each conv", "卷积后归一化") : ("1×1 on the shortcut", "捷径上有 1×1 卷积"),
        Residual(64, channels, stride: stride, using: &random)),
      sample(
        ("He 2015, torchvision", "He 2015, torchvision"),
        keeps ? ("the same, no biases", "同左，无偏置") : ("a norm behind it", "其后归一化"),
        BasicBlock(64, channels, stride: stride, using: &random)),
      sample(
        ("pre-activation notebook", "预激活笔记"),
        keeps ? ("norm and ReLU first", "先归一化和 ReLU") : ("ReLU before it", "其前 ReLU"),
        PreactivationResidual(64, channels, stride: stride, using: &random)),
      sample(
        ("He 2016", "He 2016"),
        keeps ? ("the same, no biases", "同左，无偏置") : ("norm and ReLU shared", "共用归一化和 ReLU"),
        SharedPreactivation(64, channels, stride: stride, using: &random)),
    ]
  }

  /// The graph of a block, whose operations are what the net consists of.
  private func graph(of block: any Layer) -> Graph { Graph(of: block, input: [1, 64, 14, 14]) }

  private func orderings() throws -> [BlockSample] {
    let errors = try RecordedErrors().means
    let best = errors.values.sorted().prefix(2)
    let bestInPaper = Ordering.allCases.map(\.errorInPaper).min()!
    return Ordering.allCases.map { ordering in
      var random = Random(seed: 1)
      let block = OrderedBlock(8, 8, ordering, using: &random)
      let here = errors[ordering].map {
        BlockSample.Fact.errorHere(String(format: "%.1f", 100 * $0), isBest: best.contains($0))
      }
      let paper = BlockSample.Fact.errorInPaper(
        ordering.errorInPaper, isBest: ordering.errorInPaper == bestInPaper)
      return BlockSample(
        Graph(of: block, input: [1, 8, 14, 14]), title: ordering.title,
        facts: [here, paper].compactMap(\.self))
    }
  }
}

/// The errors of nets of 110 layers in the log of chapter 5's long run, their means over the seeds.
private struct RecordedErrors {
  private(set) var means: [Ordering: Double] = [:]

  private struct Line: Decodable { let trial: Trial? }
  private struct Trial: Decodable {
    struct Model: Decodable {
      let bypass: String
      let depth: Int
      let ordering: Ordering
    }
    struct Result: Decodable { let error: Double }
    let model: Model
    let result: Result
  }

  /// - Throws: `SentenceError` if the package, and so the log, is not where it was compiled.
  init() throws {
    guard let root = packageRoot(above: #filePath),
      let log = try? Data(contentsOf: root.appending(path: "Chapters/Chapter5/full.jsonl"))
    else {
      throw SentenceError(
        "orderings: the errors are in Chapters/Chapter5/full.jsonl, which is not there; run draw with "
          + "swift run in the package's folder")
    }
    let trials = RunRecord.reading([UInt8](log), lines: Line.self).lines.compactMap(\.trial)
      .filter { $0.model.depth == 110 && $0.model.bypass == "identity" }
    for (ordering, group) in Dictionary(grouping: trials, by: \.model.ordering) {
      means[ordering] = group.reduce(0) { $0 + $1.result.error } / Double(group.count)
    }
  }
}
