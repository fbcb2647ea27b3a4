import Foundation
import Testing

@testable import Plots

/// Charts on slides and phones: as large as there is room for, and legible.
@Suite struct PurposeTests {
  @Test(arguments: 0..<4) func aPhonesChartIsAsWideAsItsScreenWithTypeOf14(index: Int) throws {
    let picture = try #require(samples()[index].phone?())
    #expect(abs(picture.width * picture.enlargement - 358) < 0.5)
    #expect(smallestType(picture) * picture.enlargement >= 14)
    #expect(picture.svg().contains(#"width="358""#))
  }

  @Test(arguments: 0..<4) func aSlidesChartFitsAndHasTypeOf14(index: Int) {
    let picture = samples()[index].onSlide()
    #expect(picture.width * picture.enlargement <= 960.001)
    #expect(picture.height * picture.enlargement <= 540.001)
    #expect(smallestType(picture) * picture.enlargement >= 14)
  }

  @Test func aConfusionMatrixOfTenClassesFitsOnASlide() {
    let counts = (0..<10).map { row in (0..<10).map { row == $0 ? 900 : 10 } }
    let names = (0..<10).map { "class number \($0)" }
    let matrix = ConfusionMatrix("Mistakes", names: names, counts: counts)
    let picture = matrix.picture().onSlide()
    #expect(picture.height * picture.enlargement <= 540.001)
    #expect(smallestType(picture) * picture.enlargement >= 14)
  }

  @Test func aNarrowChartNamesItsLinesBelowItsTitleByLetters() throws {
    var chart = LineChart("Loss")
    chart.line("thirty layers without shortcuts", [3, 2])
    chart.line("thirty layers with shortcuts", [3, 1])
    let words = try SVGReader(chart.picture(width: 280).svg()).words
    #expect(words.contains("thirty layers without shortcuts"))
    #expect(words.filter { $0 == "a" }.count == 2)
    #expect(words.filter { $0 == "b" }.count == 2)
    let wide = try SVGReader(chart.picture().svg()).words
    #expect(!wide.contains("a"))
  }

  @Test func aNarrowBarChartWritesLongNamesAboveTheirBars() {
    var chart = BarChart("Errors")
    chart.bar("norm after the addition, 54 layers", 34)
    let marks = chart.picture(width: 280).marks
    let bars = marks.compactMap { mark -> Double? in
      guard case .box(let x, _, _, _, _, _) = mark else { return nil }
      return x
    }
    #expect(bars == [14])
  }

  private func smallestType(_ picture: Picture) -> Double {
    picture.marks.compactMap { mark -> Double? in
      guard case .text(_, _, _, let font, _, _) = mark else { return nil }
      return font.size
    }.min() ?? .infinity
  }
}
