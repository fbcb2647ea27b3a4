import Autograd
import Chapter2Net
import Datasets
import Foundation
import TestSupport
import Testing
import Training

@testable import Live
@testable import Weaving

/// Drawing on the paper of chapter 2's lab, and what its net makes of that.
@Suite(.enabled(if: Chromium.file != nil && PageEngine.tested.isBuilt, "no Chromium, or no engine"))
struct DigitDrawingTests {
  private typealias Path = [(x: Double, y: Double)]
  private let strokes: [Int: [Path]] = [
    0: [
      [
        (0.5, 0.1), (0.3, 0.25), (0.22, 0.55), (0.38, 0.88), (0.62, 0.88), (0.78, 0.55),
        (0.7, 0.25), (0.5, 0.1),
      ]
    ],
    1: [[(0.5, 0.1), (0.5, 0.5), (0.5, 0.9)]],
    4: [[(0.3, 0.1), (0.24, 0.55), (0.8, 0.52)], [(0.66, 0.15), (0.62, 0.5), (0.6, 0.92)]],
    7: [[(0.22, 0.12), (0.5, 0.12), (0.8, 0.1), (0.6, 0.5), (0.42, 0.92)]],
  ]

  /// A net that has learned; it recognizes 97.7 % of 2,000 test digits.
  nonisolated(unsafe) private static let learned = Result { () -> Net in
    var training = DigitTraining(
      seed: 1, training: 12_000, test: 500, learningRate: 0.05, momentum: 0.9)
    for _ in 1...150 { _ = training.step() }
    try #require(training.correct(ofFirst: 500) > 480)
    return training.net
  }

  /// A net that has learned here reads there what is drawn with the mouse, a finger and keys.
  @Test(arguments: [Browser.Look.desk, .phone])
  func aDrawnDigitIsReadWithLoadedWeights(look: Browser.Look) throws {
    try visitWithWeights(Self.learned.get(), look) { page in
      let (browser, paper) = (page.browser, page.selector(".lab-paper"))
      _ = try browser.evaluate("\(page.frame).open()")  // without the question, which takes seconds
      try browser.click(page.button("Load the weights learned from MNIST"))
      try browser.wait(for: "\(page.frame).body.textContent.includes('The weights of the best')")
      for digit in look.isPhone ? [4] : [0, 1, 4, 7] {
        try browser.click(page.button("Clear"))
        try browser.wait(for: "\(page.frame).body.textContent.includes('Nothing is drawn')")
        for path in strokes[digit]! {
          try look.isPhone ? browser.swipe(paper, along: path) : browser.drag(paper, along: path)
        }
        try browser.wait(
          for: "\(page.frame).body.textContent.includes('The net reads a \(digit).')")
      }
      // A one, with keys: up, pen down, down, pen up.
      try browser.click(page.button("Clear"))
      try browser.wait(for: "\(page.frame).body.textContent.includes('Nothing is drawn')")
      _ = try browser.evaluate("document.querySelector('\(quoted(paper))').focus()")
      for _ in 1...12 { try browser.press("ArrowUp") }
      try browser.press(" ")
      for _ in 1...24 { try browser.press("ArrowDown") }
      try browser.press(" ", "ArrowRight")
      try browser.wait(for: "\(page.frame).body.textContent.includes('The net reads a 1.')")
      try browser.press("Backspace")
      try browser.wait(for: "\(page.frame).body.textContent.includes('Nothing is drawn')")
      try page.keepPicture("weights")
    }
  }

  @Test func whatTheNetAndItsBlocksMakeOfItIsComputedAsHere() throws {
    let points: [[SIMD2<Float>]] = strokes[4]!.map { path in
      path.map { SIMD2(Float(280 * $0.x), Float(280 * $0.y)) }
    }
    let ended: [SIMD2<Float>] = points.flatMap { $0 + [SIMD2(-1, -1)] }
    let given: [Float] = ended.flatMap { [$0.x, $0.y] }
    let pixels = DrawnDigits.picture(of: points)
    let training = DigitTraining(seed: 1, training: 0, test: 0)
    let image = training.image(pixels)
    try LabPage.visit("digits") { page in
      let engine = "\(page.frame).engine"
      _ = try page.browser.number("\(engine).value('begin', [1, 0, 0, 0.01, 0.5])")
      for block in [1, 2] {
        let maps = BlockMaps(ofBlock: block, in: training.net, image)
        let here =
          pixels.map { Float($0) / 255 } + softmax(training.net(image)).scalars
          + [maps.x, maps.residual, maps.sum, maps.output].flatMap(\.scalars)
        let there = try page.browser.numbers(
          "\(engine).numbers('look', [\(given.count), \(block)], \(given))")
        #expect(there.count == here.count)
        #expect(zip(there, here).allSatisfy { abs($0 - Double($1)) < 1e-4 })
      }
    }
  }

  /// Opens a copy of the page whose book has these weights.
  private func visitWithWeights(
    _ net: Net, _ look: Browser.Look, _ body: (LabPage) throws -> Void
  ) throws {
    let page = try LabPage.page(of: "digits")
    let folder = page.deletingLastPathComponent()
    let id = "\(UUID())"
    let (copy, script) = (folder.appending(path: "\(id).html"), "live/\(id).js")
    let file = folder.appending(path: "\(id).safetensors")
    defer {
      for made in [copy, folder.appending(path: script), file] {
        try? FileManager.default.removeItem(at: made)
      }
    }
    try Checkpoint.write(net, to: file)
    try Data(KeptWeights.text(Data(contentsOf: file)).utf8).write(
      to: folder.appending(path: script))
    let text = try String(contentsOf: page, encoding: .utf8)
      .replacing(#/ data-weights="[^"]*"/#, with: "")
      .replacing(#/data-lab="digits"/#, with: "data-lab=\"digits\" data-weights=\"\(script)\"")
    try Data(text.utf8).write(to: copy)
    try LabPage.visit("digits", look, at: copy, body)
  }

  private func quoted(_ selector: String) -> String { selector.replacing("'", with: "\\'") }
}
