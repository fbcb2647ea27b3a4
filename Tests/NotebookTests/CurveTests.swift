import Testing

@testable import Notebook

struct CurveTests {
  @Test func aFallingLineFalls() {
    #expect(
      curve([3, 2, 1, 0], width: 4, height: 4, on: .plainFile) == """
        3 |*
          | *
          |  *
        0 |   *
        """)
  }

  @Test func brailleHasEightDotsToACharacter() {
    #expect(curve([0, 1], width: 2, height: 1, on: .file) == "1 ┤⡠⠊")
  }

  @Test func aSteepStepIsNotTorn() {
    #expect(
      curve([0, 0, 0, 9, 9, 9], width: 6, height: 3, on: .plainFile) == """
        9 |   ***
          |   *
        0 |***
        """)
  }

  @Test func aValueThatIsNotFiniteLeavesAGap() {
    #expect(curve([1, 1, .nan, 1, 1], width: 5, height: 1, on: .plainFile) == "1 |** **")
  }

  @Test(arguments: [[], [Double.nan, .infinity]])
  func nothingToDrawIsSaid(values: [Double]) {
    #expect(curve(values, on: .file) == "(nothing to draw)")
  }

  @Test func oneValueAndValuesAllAlikeAreALine() {
    #expect(curve([5], width: 3, height: 1, on: .plainFile) == "5 |***")
    #expect(curve([5, 5], width: 3, height: 1, on: .plainFile) == "5 |***")
  }

  @Test func noSizeIsTooSmall() {
    #expect(curve([1, 2, 3], width: 0, height: -1, on: .file).count > 0)
  }
}
