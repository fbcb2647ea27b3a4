import Autograd
import Chapter1Net
import Chapter2Net
import Chapter3Blocks
import Chapter4Net
import Layers
import Plots
import Sentences
import Testing

@testable import Drawing

@Suite struct ViewTests {
  @Test func theBlockIsLabeledWithItsFormula() throws {
    let figure = try resnet18.diagram(.block)
    let texts = try figure.texts
    for word in [
      "identity shortcut", "shortcut with a 1×1 convolution", "identity",
      "F(x)", "3×3 conv, 128, /2",
    ] {
      #expect(texts.contains(word), "\(word)")
    }
    #expect(figure.description.contains("y = ReLU(F(x) + x)"))
    #expect(figure.description.contains("y = ReLU(F(x) + Wₛ x)"))
  }

  /// "Shape kept" over two blocks would not say which is which.
  @Test func blocksThatTheirShapeDoesNotTellApartHaveTheNamesOfTheirNet() throws {
    let two = graph([1, 4, 8, 8]) { random in
      Sequential(named: [
        ("norm behind", Residual(4, 4, using: &random)),
        ("norm before", PreactivationResidual(4, 4, using: &random)),
      ])
    }
    let texts = try two.diagram(.block).texts
    #expect(texts.contains("norm behind") && texts.contains("norm before"))
    #expect(!texts.contains("Shape kept"))
    #expect(try resnet18.diagram(.block).texts.contains("Shape kept"))
  }

  @Test func theFormulaShowsOperationsBeforeTheFork() throws {
    let graph = graph([1, 2, 8, 8]) { random in
      SharedPreactivation(2, 4, stride: 2, using: &random)
    }
    #expect(try graph.diagram(.block).description.contains("y = F(h) + Wₛ h"))
  }

  @Test func theOverviewCountsBlocksAndParameters() throws {
    let texts = try resnet18.diagram(.overview).texts
    #expect(texts.filter { $0.hasSuffix("  2 blocks") }.count == 4)
    for count in [9_536, 147_968, 525_568, 2_099_712, 8_393_728, 513_000] {
      #expect(texts.contains(parameters(count)), "\(count)")
    }
  }

  /// By hand: 7 × 7 and 3 × 3 with strides of 2 see 11 pixels; then each 3 × 3 adds 2 pixels times the stride
  /// so far.
  @Test func theOverviewSaysWhatAStageSees() throws {
    let texts = try resnet18.diagram(.overview).texts
    for field in [11, 43, 99, 211, 435] {
      #expect(texts.contains("sees \(field) × \(field) pixels"), "\(field)")
    }
    let chinese = try resnet18.diagram(.overview, Look(language: .chinese)).texts
    #expect(chinese.contains("视野 435 × 435 像素") && chinese.contains("阶段 4  2 个残差块"))
  }

  @Test func thePaperViewShowsWeightedLayersAndNoProjections() throws {
    let texts = try resnet18.diagram(.paper).texts
    #expect(texts.filter { $0.contains("conv,") }.count == 17)
    #expect(!texts.contains { $0.hasPrefix("1×1") || $0.contains("batch norm") })
    #expect(
      texts.filter { ["16 × 16", "8 × 8", "4 × 4", "2 × 2", "1 × 1"].contains($0) }.count == 5)
  }

  @Test func projectionsAreDashed() throws {
    let edges = try resnet18.diagram(.paper).edges.filter { $0.from != "nowhere" }
    #expect(edges.count { $0.attributes["style"] == .text("dashed") } == 3)
  }

  @Test func aSlideHasEveryOperation() throws {
    let diagram = try resnet18.diagram(.slide)
    let boxes = Set(diagram.plan!.boxes.map(\.id))
    let ids = resnet18.chart.cells.indices.map(resnet18.chart.id)
    #expect(ids.allSatisfy(boxes.contains))
    #expect(try diagram.texts.contains("layers 14 – 17"))
    #expect(diagram.plan!.width == 960 && diagram.plan!.height == 540)
  }

  @Test func whatDoesNotFitASlideIsFoldedAndSaysSo() throws {
    let graph = graph([1, 3, 32, 32]) { TorchvisionResNet(.layers152, using: &$0) }
    let texts = try graph.diagram(.slide).texts
    #expect(texts.contains("35 blocks alike") && texts.contains("Stage 3  36 blocks"))
    let error = #expect(throws: SentenceError.self) {
      try graph.diagram(.slide, Look(expands: true))
    }
    #expect(
      "\(error!)".hasSuffix(
        "--view overview shows it on one, and --view paper its layers on a page"))
  }

  @Test func aPhoneShowsTheLayersBelowEachOther() throws {
    let diagram = try resnet18.diagram(.slide, Look(purpose: .phone))
    #expect(diagram.plan!.width == 358)
    let texts = try diagram.texts
    #expect(texts.filter { $0.contains("conv, ") }.count == 15)
    #expect(texts.contains("twice") && texts.contains("batch norm and ReLU are not drawn"))
  }

  @Test func nestedShowsAsManyLevelsAsAsked() throws {
    let all = try resnet18.diagram(.nested, Look(expands: true))
    let boxes = all.nodes.filter { $0.attributes["shape"] == .text("box") }
    #expect(boxes.count { $0.tooltip.hasSuffix("conv1") } == 9)
    #expect(all.frames.count == 1 + 4 + 8)
    let flat = try resnet18.diagram(.nested, Look(depth: 0))
    #expect(flat.frames.map(\.path) == [["page"]])
    #expect(try flat.texts.filter { $0.hasPrefix("Stage ") }.count == 4)
    #expect(try resnet18.diagram(.nested).texts.contains("twice alike"))
  }

  @Test func detailsAreShapesAndNumbersOfParameters() throws {
    let all = try resnet18.diagram(.nested, Look(isDetailed: true))
    let texts = try all.texts
    for word in [
      "conv1 · Conv2D", "[1, 3, 32, 32]", "[1, 64, 16, 16]", "trainable", grouped(9_408),
      "not trainable", "128", "float32",
    ] {
      #expect(texts.contains(word), "\(word)")
    }
    // A whole stage: two blocks of two norms each, with a mean and a variance for each channel.
    let stages = try resnet18.diagram(.nested, Look(depth: 1, expands: true, isDetailed: true))
    #expect(try stages.texts.filter { $0 == "256" }.count == 2)
  }

  @Test func operationsBeforeAndAfterTheStagesAreStemAndHead() throws {
    let texts = try resnet18.diagram(.overview).texts
    #expect(texts.contains("Stem") && texts.contains("Head"))
    #expect(try !digits.diagram(.overview).texts.isEmpty)
  }

  @Test func theTapeShowsEveryOperationForwardAndBackward() throws {
    let net = made { Net(using: &$0) }
    let tape = Tape(.evaluation, keepsValues: true)
    var random = Random(seed: 1)
    let graph = Graph(
      of: net, loss: crossEntropy(net(tape.watch(.normal([1, 1, 28, 28], using: &random))), [3]))
    let texts = try OperationsTape(graph, Look()).plan.diagram.texts
    let gradients = graph.nodes.flatMap { [$0.gradient] + $0.weights.map(\.gradient) }
    #expect(texts.filter { $0.hasPrefix("∂ ") }.count == gradients.count { $0 != nil })
    #expect(texts.filter { $0.hasPrefix("value ") }.count == graph.nodes.count)
    #expect(texts.contains("∂: the gradient, as root mean square"))
  }

  @Test func anInputThatRequiresNoGradientHasAValueOnly() throws {
    let net = ClosureLayer { x, _ in 2 * x }
    let x = Tensor([1, 1], shape: [1, 2]).on(Tape(keepsValues: true))
    let graph = Graph(of: net, loss: net(x).sum())
    #expect(graph.nodes.map(\.value) == [1, 2, 4])
    #expect(graph.nodes.map(\.gradient) == [nil, nil, 1])
    #expect(try graph.diagram(.tape).texts.contains("value 2"))
  }

  /// `compare` has a test of its own.
  @Test(arguments: View.allCases.filter { $0 != .compare }, Direction.allCases)
  func everyViewOfEveryNetCanBeDrawn(view: View, direction: Direction) throws {
    for graph in strangeGraphs {
      let hasBlocks = !graph.chart.routed.isEmpty
      if view == .slide {
        // What does not fit one gets a sentence.
        do {
          #expect(try !graph.diagram(view, Look(direction: direction)).texts.isEmpty)
        } catch let refusal as SentenceError {
          #expect("\(refusal)".hasPrefix("slide: "))
        }
      } else if view == .block, !hasBlocks {
        #expect(throws: SentenceError.self) { try graph.diagram(view) }
      } else {
        for expands in [true, false] {
          let look = Look(direction: direction, expands: expands)
          #expect(try !graph.diagram(view, look).texts.isEmpty)
        }
      }
    }
  }

  @Test func aNetWithoutSkipConnectionsHasNoBlock() {
    let graph = graph([1, 1, 28, 28]) { DeepNet(.relu, isResidual: false, using: &$0) }
    let error = #expect(throws: SentenceError.self) { try graph.diagram(.block) }
    #expect(
      error?.description
        == "DeepNet has no residual block: it adds no shortcut to a branch. The other views can show it."
    )
  }
}
