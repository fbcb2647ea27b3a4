import Foundation
import Testing

@testable import Plots

@Suite struct ColorTests {
  @Test func noLightColorHasTwoDarkOnes() {
    #expect(Set(Color.all.map(\.light)).count == Color.all.count)
  }

  @Test func colorsAreSixLowerCaseDigits() {
    for written in Color.all.flatMap({ [$0.light, $0.dark] }) {
      #expect(written.wholeMatch(of: /#[0-9a-f]{6}/) != nil)
    }
  }

  /// 4.5 is the minimum contrast of text in the Web Content Accessibility Guidelines (1.4.3).
  @Test(arguments: [Color.ink, .muted, .shortcut, .gradient] + Color.series)
  func textIsReadableInLightAndDarkMode(color: Color) {
    #expect(contrast(color.light, Color.paper.light) >= 4.5)
    #expect(contrast(color.dark, Color.paper.dark) >= 4.5)
  }

  @Test(arguments: Color.steps.indices) func countsAreReadableOnTheirCells(step: Int) {
    let text = step > 3 ? Color.paper : .ink
    #expect(contrast(text.light, Color.steps[step].light) >= 4.5)
    #expect(contrast(text.dark, Color.steps[step].dark) >= 4.5)
  }

  @Test(arguments: Color.Box.all.map(\.fill), [Color.ink, .muted])
  func textIsReadableOnEveryFill(fill: Color, text: Color) {
    #expect(contrast(text.light, fill.light) >= 4.5)
    #expect(contrast(text.dark, fill.dark) >= 4.5)
  }

  @Test func textIsReadableOnItsGradient() {
    #expect(contrast(Color.ink.light, Color.gradientTint.light) >= 4.5)
    #expect(contrast(Color.ink.dark, Color.gradientTint.dark) >= 4.5)
    #expect(contrast(Color.paper.light, Color.gradient.light) >= 4.5)
    #expect(contrast(Color.paper.dark, Color.gradient.dark) >= 4.5)
  }

  @Test(arguments: [Color.ink, .muted, .shortcut, .gradient])
  func textIsReadableOnABand(color: Color) {
    #expect(contrast(color.light, Color.band.light) >= 4.5)
    #expect(contrast(color.dark, Color.band.dark) >= 4.5)
  }

  /// 3 is the minimum contrast of what is not text (1.4.11).
  @Test(arguments: Color.Box.all.map(\.line) + [.shortcut, .gradient], [Color.paper, .band])
  func linesAreSeen(line: Color, background: Color) {
    #expect(contrast(line.light, background.light) >= 3)
    #expect(contrast(line.dark, background.dark) >= 3)
  }

  /// On its own fill a border is seen, too, and a shortcut's line is on its gradient's.
  @Test func linesAreSeenOnWhatIsBehindThem() {
    for box in Color.Box.all {
      #expect(contrast(box.line.light, box.fill.light) >= 3)
      #expect(contrast(box.line.dark, box.fill.dark) >= 3)
    }
    #expect(contrast(Color.rule.light, Color.paper.light) >= 3)
    #expect(contrast(Color.rule.dark, Color.paper.dark) >= 3)
    #expect(contrast(Color.shortcut.light, Color.gradientTint.light) >= 3)
    #expect(contrast(Color.shortcut.dark, Color.gradientTint.dark) >= 3)
  }

  @Test func noSeriesHasAColorWithAMeaning() {
    let meaning = Set([Color.shortcut, .gradient, .ink])
    #expect(meaning.isDisjoint(with: Color.series))
  }

  private func contrast(_ a: String, _ b: String) -> Double {
    let (dark, light) = (min(luminance(a), luminance(b)), max(luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)
  }

  private func luminance(_ color: String) -> Double {
    let value = Int(color.dropFirst(), radix: 16) ?? 0
    let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
