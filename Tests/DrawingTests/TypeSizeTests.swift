import Foundation
import Plots
import Sentences
import Testing

@testable import Draw
@testable import Drawing

/// The sizes of type in figures for slides and phones, read from the SVG.
@Suite struct TypeSizeTests {
  /// Those whose places are all computed.
  private static let views = [View.overview, .slide, .tape, .compare]

  @Test(arguments: views)
  func onASlideNoTypeIsBelowFourteenPoints(view: View) throws {
    var drawn = 0
    for net in nets where !["101", "152", "50-", "34"].contains(where: net.name.contains) {
      guard let svg = try svg([net.name, "--view", view.rawValue, "--for", "slide"]) else {
        continue
      }
      drawn += 1
      let (width, height) = try size(svg)
      #expect(width == 960 && height == 540, "\(net.name) \(view) is \(width) by \(height)")
      #expect(try smallest(svg) >= 14, "\(net.name) \(view)")
    }
    #expect(drawn > 5, "\(view) drew \(drawn) nets")
  }

  /// These are as large as the net; what is larger than a slide or a phone is refused.
  @Test(arguments: [View.block, .paper, .nested], [Purpose.slide, .phone])
  func whatIsDrawnFitsWithoutBeingShrunk(view: View, purpose: Purpose) throws {
    let room = purpose == .slide ? (width: 960.0, height: 540.0) : (358, .infinity)
    var (drawn, refused) = (0, 0)
    for net in ["net", "basic", "residual", "resnet18", "deepnet-residual"] {
      guard let svg = try svg([net, "--view", view.rawValue, "--for", purpose.rawValue]) else {
        refused += 1
        continue
      }
      drawn += 1
      let size = try size(svg)
      #expect(size.width <= room.width + 1 && size.height <= room.height + 1, "\(net) \(view)")
      #expect(try smallest(svg) >= 14, "\(net) \(view)")
    }
    #expect(drawn > 0 && drawn + refused == 5)
  }

  @Test func whatASlideHasNoRoomForIsSaidWithBothSizes() throws {
    #expect(
      throws: SentenceError(
        "ResNet-18, layer by layer: as nested it is 500 × 3105 points, and a slide has 960 × 540, so that type of 14 points would have 2; --view overview and --view slide have room for most nets, --for page for any"
      )
    ) { try Request(try Draw.parse(["resnet18", "--view", "nested", "--for", "slide"])).diagram() }
  }

  @Test(arguments: [View.overview, .slide, .tape])
  func aFigureForAPhoneIsAsWideAsOne(view: View) throws {
    for net in ["net", "resnet18", "vgg19", "deepnet-residual", "basic", "resnet50"] {
      guard let svg = try svg([net, "--view", view.rawValue, "--for", "phone"]) else { continue }
      #expect(try size(svg).width == 358, "\(net) \(view)")
      #expect(try smallest(svg) >= 14, "\(net) \(view)")
    }
  }

  @Test(arguments: BlockFigure.allCases) func blocksSideBySideFitASlide(figure: BlockFigure) throws
  {
    let svg = try #require(try svg([figure.rawValue, "--for", "slide"]))
    #expect(try size(svg) == (960, 540) && smallest(svg) >= 14)
    #expect(throws: SentenceError.self) { try figure.diagram(Look(purpose: .phone)) }
  }

  @Test func theOrderingsHaveTheErrorsOfTheRecordAndOfThePaper() throws {
    let texts = try BlockFigure.orderings.diagram(Look()).texts
    #expect(texts.count { $0.hasSuffix("% wrong here") } == 5)
    for error in ["6.61", "8.17", "7.84", "6.71", "6.37"] {
      #expect(texts.contains("\(error) % in the paper"))
    }
  }

  @Test func alikeOperationsOfBlocksStandInOneRow() {
    let rows = CommonRows([
      [.convolution, .activation, .convolution, .addition, .activation],
      [.norm, .activation, .convolution, .norm, .activation, .convolution, .addition],
    ])
    #expect(
      rows.kinds == [
        .norm, .activation, .convolution, .norm, .activation, .convolution, .addition, .activation,
      ])
    #expect(rows.rows == [[2, 4, 5, 6, 7], [0, 1, 2, 3, 4, 5, 6]])
  }

  /// No text sticks out of the page, in either language.
  @Test(arguments: Language.allCases, [Purpose.page, .slide, .phone])
  func noTextSticksOut(language: Language, purpose: Purpose) throws {
    for (net, view) in [
      ("resnet18", "overview"), ("resnet18", "slide"), ("resnet50", "slide"),
      ("six-layers-residual", "tape"),
    ] {
      let request = try Request(
        try Draw.parse([
          net, "--view", view, "--for", purpose.rawValue, "--language", language.rawValue,
        ]))
      let plan = try #require(try request.diagram().plan)
      for text in plan.texts {
        #expect(
          text.span.lowerBound >= -1 && text.span.upperBound <= plan.width + 1,
          "\(net) \(view): \(text.text)")
      }
    }
  }

  /// `nil` if it does not fit, which a sentence says.
  private func svg(_ arguments: [String]) throws -> String? {
    do {
      return try Request(try Draw.parse(arguments)).diagram().svg
    } catch let refusal as SentenceError {
      #expect("\(refusal)".contains("--view") || "\(refusal)".contains("--for page"))
      return nil
    }
  }

  private func size(_ svg: String) throws -> (width: Double, height: Double) {
    let box = try #require(try /viewBox="0.00 0.00 ([0-9.]+) ([0-9.]+)"/.firstMatch(in: svg))
    return (Double(box.1)!, Double(box.2)!)
  }

  private func smallest(_ svg: String) throws -> Double {
    try #require(svg.matches(of: /font-size="([0-9.]+)"/).map { Double($0.1)! }.min())
  }
}
